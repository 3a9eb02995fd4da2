package huizhan.media;

import java.util.OptionalLong;

/** What a database would keep of an upload's bytes. */
final class TestRow implements UploadRow {
    static final UploadRow NONE = new TestRow();
    private OptionalLong from;

    TestRow() {
        this.from = OptionalLong.empty();
    }

    TestRow(long from) {
        this.from = OptionalLong.of(from);
    }

    @Override public OptionalLong unverifiedFrom() {
        return from;
    }

    @Override public void unverifiedFrom(OptionalLong offset) {
        from = offset;
    }
}
