package huizhan.documents;

/** A file of pages that are being drawn. Measures in points. */
sealed interface PaperFile permits PdfFile, OfdFile {
    double width();

    double height();

    /** A new page after the last. */
    Page page();

    /** The name to draw a picture by. */
    String picture(Jpeg jpeg);

    /** The name to draw a QR code by. */
    String code(Qr qr);
}
