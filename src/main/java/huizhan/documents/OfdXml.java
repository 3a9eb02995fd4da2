package huizhan.documents;

import java.math.BigDecimal;

/** The parts of an OFD package as XML (GB/T 33190-2016, 7). Measures in it are millimetres. */
final class OfdXml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final int REPLACEMENT = 0xFFFD;

    private OfdXml() {}

    static String root(OfdFile.About about, String identifier) {
        var data = about.code().isEmpty() ? ""
                : "<ofd:CustomDatas><ofd:CustomData Name=\"code\">" + escaped(about.code()) + "</ofd:CustomData></ofd:CustomDatas>\n";
        return HEAD + """
                <ofd:OFD %s Version="1.0" DocType="OFD">
                <ofd:DocBody>
                <ofd:DocInfo>
                <ofd:DocID>%s</ofd:DocID>
                <ofd:Title>%s</ofd:Title>
                <ofd:CreationDate>%s</ofd:CreationDate>
                <ofd:Creator>Huizhan</ofd:Creator>
                %s</ofd:DocInfo>
                <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>
                </ofd:DocBody>
                </ofd:OFD>
                """.formatted(SPACE, identifier, escaped(about.title()), about.day(), data);
    }

    static String document(int lastId, String box, String pages) {
        return HEAD + """
                <ofd:Document %s>
                <ofd:CommonData>
                <ofd:MaxUnitID>%d</ofd:MaxUnitID>
                <ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea>
                <ofd:PublicRes>PublicRes.xml</ofd:PublicRes>
                <ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>
                </ofd:CommonData>
                <ofd:Pages>
                %s</ofd:Pages>
                </ofd:Document>
                """.formatted(SPACE, lastId, box, pages);
    }

    static String resources(String list) {
        return HEAD + "<ofd:Res " + SPACE + " BaseLoc=\"Res\">\n" + list + "</ofd:Res>\n";
    }

    static String page(int layer, String objects) {
        return HEAD + "<ofd:Page " + SPACE + ">\n<ofd:Content>\n<ofd:Layer ID=\"" + layer + "\" Type=\"Body\">\n" + objects
                + "</ofd:Layer>\n</ofd:Content>\n</ofd:Page>\n";
    }

    /** Points as millimetres, to a ten-thousandth: rounding does not add up to anything in a line. */
    static String mm(double points) {
        return BigDecimal.valueOf(Math.round(points / Ink.MM * 10_000), 4).stripTrailingZeros().toPlainString();
    }

    /** What XML can't hold becomes U+FFFD. */
    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(allowed(each) ? each : REPLACEMENT);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int character) {
        return character == '\t' || character == '\n' || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }
}
