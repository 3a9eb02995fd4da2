package huizhan.call;

import java.time.Duration;

/**
 * The figures of a call (A3, A5, A6, A8, A10). Sizes in bytes, lengths in 字, pixels as a person sees them.
 *
 * @param pictureBytes  below this a picture is refused
 * @param pictureNote   from {@code pictureBytes} up to below this a note says that the computer shows less than the notice's figure
 * @param film          longest running time, tolerance included
 * @param filmShown     the running time that the notice names
 * @param filmLong      a film is HD if its longer side has this many pixels, or
 * @param filmShort     its shorter side this many
 * @param fileBytes     the largest file that a disc can carry
 */
public record Limits(int nominated, int statement, int boardText, int picturesLeast, int picturesMost, long pictureBytes, long pictureNote,
                     Duration film, Duration filmShown, int filmLong, int filmShort, long fileBytes) {

    static Limits read(Yaml yaml) {
        var pictures = yaml.map("pictures");
        var film = yaml.map("film");
        var limits = new Limits((int) yaml.number("nominated", 1, 999), (int) yaml.number("statement", 1, 100_000),
                (int) yaml.number("board-text", 1, 100_000), (int) pictures.number("least", 0, 99), (int) pictures.number("most", 1, 99),
                pictures.number("bytes", 0, 1L << 40), pictures.number("bytes-shown", 0, 1L << 40),
                Duration.ofMillis(film.number("seconds", 1, 86_400) * 1000 + film.number("tolerance-ms", 0, 60_000)),
                Duration.ofSeconds(film.number("seconds", 1, 86_400)), (int) film.number("hd-long", 1, 100_000),
                (int) film.number("hd-short", 1, 100_000), yaml.number("file-bytes", 1, 4_294_965_248L));
        if (limits.picturesLeast > limits.picturesMost) {
            throw pictures.fault("least", "at least " + limits.picturesLeast + " and at most " + limits.picturesMost + " pictures can't both hold",
                    "Let 'least' be no more than 'most'.");
        }
        if (limits.pictureNote < limits.pictureBytes) {
            throw pictures.fault("bytes-shown", "'bytes-shown' is below 'bytes'", "Give the size that a file manager shows, at least 'bytes'.");
        }
        pictures.done();
        film.done();
        yaml.done();
        return limits;
    }
}
