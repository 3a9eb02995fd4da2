package huizhan.media;

/** Told when a background job has examined a whole file and its facts are richer than before (second stage of a verdict). */
@FunctionalInterface
public interface MediaExamined {

    /** Runs in the transaction that records the facts. The same file may be told twice, after a restart. */
    void examined(StoredFile file);
}
