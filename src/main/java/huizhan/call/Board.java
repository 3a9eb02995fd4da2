package huizhan.call;

/** The call's own exhibition board and the place of a picture on it, in millimetres, with the coarsest print in pixels an inch (C6, B12). */
public record Board(int widthMm, int heightMm, int pictureWidthMm, int pictureHeightMm, int ppi) {

    static Board read(Yaml yaml) {
        var board = new Board((int) yaml.number("width-mm", 100, 10_000), (int) yaml.number("height-mm", 100, 10_000),
                (int) yaml.number("picture-width-mm", 50, 10_000), (int) yaml.number("picture-height-mm", 50, 10_000),
                (int) yaml.number("ppi", 10, 1200));
        if (board.pictureWidthMm > board.widthMm || board.pictureHeightMm > board.heightMm) {
            throw yaml.fault("picture-width-mm", "a picture's place is larger than the board", "Make it fit the board.");
        }
        yaml.done();
        return board;
    }

    /** Pixels an inch when a picture of so many pixels fills its place, whole and undistorted. */
    public double ppi(int width, int height) {
        return Math.max(width * 25.4 / pictureWidthMm, height * 25.4 / pictureHeightMm);
    }
}
