package huizhan.office;

import huizhan.kernel.Text;
import java.util.Optional;

/**
 * One line of 展板照片 in annex 2 (B2).
 *
 * @param number  its place in the list, from 1: what stands under 序号, else where it comes
 * @param file    how it names the picture; empty where it doesn't
 * @param caption what it says of the picture; empty where it says nothing
 * @param where   its place in the file
 * @param picture that is pasted into it
 */
public record PhotoLine(int number, String file, String caption, Text where, Optional<PastedPicture> picture) {

    /** Nobody has written into it. */
    public boolean blank() {
        return file.isBlank() && caption.isBlank();
    }
}
