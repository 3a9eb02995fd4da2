package huizhan.office;

import huizhan.kernel.Text;

/**
 * A picture that was pasted into a form, as it lies in the file: Word has often made it smaller than the original (A6).
 *
 * @param name  its name inside the file, e.g. {@code image1.jpeg}
 * @param field the field in whose cell it stands; empty where it stands in none
 * @param where its place in the file
 */
public record PastedPicture(String name, byte[] bytes, String field, Text where) {

    PastedPicture in(String otherField) {
        return new PastedPicture(name, bytes, otherField, where);
    }
}
