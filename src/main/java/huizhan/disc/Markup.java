package huizhan.disc;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements one after another through the JDK's own writer, which does the escaping. */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** Parts of an element that only have to be written. */
    interface Inside {
        void write();
    }

    Markup() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with attributes as name and value in turn. */
    void element(String name, Inside inside, String... attributes) {
        tag(() -> writer.writeStartElement(name));
        attributes(attributes);
        inside.write();
        tag(writer::writeEndElement);
    }

    void element(String name, String content, String... attributes) {
        element(name, () -> content(content), attributes);
    }

    /** An element that never has an end tag. */
    void single(String name, String... attributes) {
        tag(() -> writer.writeEmptyElement(name));
        attributes(attributes);
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            var name = attributes[i];
            var value = attributes[i + 1];
            tag(() -> writer.writeAttribute(name, value));
        }
    }

    void content(String content) {
        tag(() -> writer.writeCharacters(clean(content)));
    }

    /** HTML has no place for control characters; what was typed may have some. */
    private static String clean(String content) {
        return content.replaceAll("[\\p{Cc}&&[^\n\t]]", "").replaceAll("[\\p{Cs}\uFFFE\uFFFF]", "\uFFFD");
    }

    /** A path of the disc as a relative reference. */
    static String reference(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString().replace("'", "%27");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    byte[] bytes() {
        tag(writer::flush);
        return ("<!DOCTYPE html>\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private interface Tag {
        void write() throws XMLStreamException;
    }

    private static void tag(Tag tag) {
        try {
            tag.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
