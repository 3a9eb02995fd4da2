package huizhan.office;

import javax.xml.stream.XMLStreamReader;

/** Attributes by their local names: Office's two dialects differ in nothing but the namespace. */
final class Xml {
    private Xml() {}

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    /** An on-off property; without a value it is on. */
    static boolean on(XMLStreamReader xml) {
        var value = value(xml);
        return value.isEmpty() || value.equals("1") || value.equals("true") || value.equals("on");
    }

    static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : otherwise;
    }
}
