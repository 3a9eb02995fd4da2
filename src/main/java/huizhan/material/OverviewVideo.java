package huizhan.material;

/** The department's overview film (A10), with a disclosure of its own. */
public record OverviewVideo(String file, String disclosure) {

    /** The same under another path. */
    public OverviewVideo filed(String path) {
        return new OverviewVideo(path, disclosure);
    }
}
