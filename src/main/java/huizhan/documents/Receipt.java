package huizhan.documents;

import java.util.List;

/**
 * What a receipt (回执) says (B17): what was handed in, when, and the digest of every document, field and file, so that anyone who holds
 * the paper can check it later.
 *
 * @param mark       the nomination's id and digest; its lines stand at the foot
 * @param number     the receipt's own number
 * @param facts      what and when, e.g. department, time of the server, number of achievements; also exceptions that were granted
 * @param documents  in the order of the nomination
 */
public record Receipt(FormValues.Mark mark, String number, List<Item> facts, List<Document> documents) {

    /** A name and a value; where the value is a digest, 64 hexadecimal digits. */
    public record Item(String name, String value) {}

    /** A document with its digest, and those of its fields and files. */
    public record Document(String name, String digest, List<Item> fields, List<Item> files) {}
}
