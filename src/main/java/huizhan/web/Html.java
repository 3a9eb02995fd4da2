package huizhan.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/** Printed parts of a page: what is fixed and what is filled in lie side by side, and meet only on their way out. */
public final class Html {
    public static final Html EMPTY = new Html(List.of());
    /** Stencil pieces as bytes, text that is filled in, and parts within. */
    private final List<Object> parts;

    private Html(List<Object> parts) {
        this.parts = parts;
    }

    /** A part with what is filled in, each a text as it stands in the page, a number, an id, or a part. */
    static Html of(List<Object> parts) {
        return new Html(parts);
    }

    /** One after the other. */
    public static Html of(Html... parts) {
        return new Html(List.of((Object[]) parts));
    }

    /** One after the other. */
    public static Collector<Html, ?, Html> joining() {
        return Collector.of(ArrayList<Object>::new, List::add, (a, b) -> {
            a.addAll(b);
            return a;
        }, Html::new);
    }

    /** As UTF-8. */
    public void write(OutputStream out) throws IOException {
        for (var part : parts) {
            if (part instanceof byte[] piece) out.write(piece);
            else if (part instanceof Html inside) inside.write(out);
            else out.write(part.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override public String toString() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part instanceof byte[] piece ? new String(piece, StandardCharsets.UTF_8) : part);
        }
        return text.toString();
    }
}
