package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.kernel.Lang;
import java.time.LocalDate;

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
        var file = PdfFile.a4(form.landscape());
        new FormPages(fonts).onto(file, form, values, call);
        return file.bytes(form.title().zh(), Lang.ZH);
    }

    /**
     * A filled form as OFD (GB/T 33190-2016): the pages of the PDF, text as text, fonts embedded as subsets (B2).
     *
     * @param day the day that the file says it was made on
     */
    public byte[] ofd(Form form, FormValues values, Call call, LocalDate day) {
        var file = OfdFile.a4(form.landscape());
        new FormPages(fonts).onto(file, form, values, call);
        return file.bytes(new OfdFile.About(form.title().zh(), day, Foot.hasCode(values.mark()) ? Foot.code(form.id(), values.mark()) : ""));
    }

    /** A filled form as a Word file with real tables, that can be filled in further, printed and stamped (B2). */
    public byte[] docx(Form form, FormValues values, Call call) {
        return new FormWord().of(form, values, call);
    }

    /** A filled form in one of its formats; {@code day} is told by those that tell one. */
    public byte[] form(PaperFormat format, Form form, FormValues values, Call call, LocalDate day) {
        return switch (format) {
            case PDF -> pdf(form, values, call);
            case WORD -> docx(form, values, call);
            case OFD -> ofd(form, values, call, day);
        };
    }

    /** The receipt of a submission as PDF/A-2u, in the reader's language (B1, B17). */
    public byte[] receipt(Receipt receipt, Call call, Lang lang) {
        return new ReceiptPdf(fonts, lang).of(receipt, call);
    }

    /** A letter of recommendation as a Word file after GB/T 9704-2012, to be finished, stamped and sent (B26). */
    public byte[] letter(Letter letter) {
        return LetterWord.of(letter);
    }

    /** A sheet that goes beside something else, A4. */
    public byte[] notice(Notice notice, Lang lang) {
        return new NoticePdf(fonts).of(notice, lang);
    }

    /** A sheet of codes to be scanned elsewhere, A4 (B29). */
    public byte[] codes(CodeSheet sheet, Lang lang) {
        return new CodeSheetPdf(fonts).of(sheet, lang);
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
