package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.kernel.Lang;

/**
 * All papers. Safe for any number of threads. The same content gives the same bytes.
 */
public final class Papers {
    private final Fonts fonts;

    public Papers(Fonts fonts) {
        this.fonts = fonts;
    }

    /** With the fonts that come with the program. */
    public static Papers bundled() {
        return new Papers(Fonts.bundled());
    }

    /** A filled form as PDF/A-2u, A4, with document and digest on each page (B2, B8). */
    public byte[] pdf(Form form, FormValues values, Call call) {
        return new FormPdf(fonts).of(form, values, call);
    }

    /** A filled form as a Word file with real tables, that can be filled in further, printed and stamped (B2). */
    public byte[] docx(Form form, FormValues values, Call call) {
        return new FormWord().of(form, values, call);
    }

    /** The receipt of a submission as PDF/A-2u, in the reader's language (B1, B17). */
    public byte[] receipt(Receipt receipt, Call call, Lang lang) {
        return new ReceiptPdf(fonts, lang).of(receipt, call);
    }

    /** A label for the parcel, A5, with the call's address (A16). */
    public byte[] parcelLabel(Parcel parcel, Call call) {
        return new Labels(fonts).parcel(parcel, call);
    }

    /** A label for a disc and a sheet for its case, A4, to cut out (A16). */
    public byte[] discLabel(Disc disc, Call call) {
        return new Labels(fonts).disc(disc, call);
    }

    /** The QR code that stands on a document's pages, as a PNG picture for the screen (B8). */
    public byte[] qr(String form, FormValues.Mark mark) {
        return Qr.of(Foot.code(form, mark)).png();
    }
}
