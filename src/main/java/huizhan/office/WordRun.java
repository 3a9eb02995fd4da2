package huizhan.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** What a run of text looks like and which control it stands in: fonts, raised digits, check boxes of each of Word's three kinds. */
final class WordRun {
    private final Deque<Control> controls = new ArrayDeque<>();
    private String font = "";
    private String raised = "";
    private boolean oldBox;
    private boolean oldBoxTicked;
    private boolean oldList;
    private int oldChoice;
    private final List<String> oldChoices = new ArrayList<>();

    /** A content control (w:sdt). */
    private static final class Control {
        private boolean box;
        private boolean ticked;
        private boolean hint;
        private boolean shown;
    }

    /** Takes in the beginning of an element that is about the look of text; gives the text that it stands for. */
    String begins(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "r" -> {
                font = "";
                raised = "";
            }
            case "rFonts" -> font = symbolFont(xml);
            case "vertAlign" -> raised = Xml.value(xml);
            case "sdt" -> controls.push(new Control());
            case "checkbox" -> control(control -> control.box = true);
            case "showingPlcHdr" -> control(control -> control.hint = Xml.on(xml));
            case "checkBox" -> {
                oldBox = true;
                oldBoxTicked = false;
            }
            case "default" -> oldBoxTicked |= oldBox && Xml.on(xml);
            case "checked" -> checked(Xml.on(xml));
            case "ddList" -> oldList(true);
            case "result" -> oldChoice = oldList ? Xml.number(Xml.value(xml), 0) : 0;
            case "listEntry" -> oldEntry(Xml.value(xml));
            case "t", "sym" -> {
                return box();
            }
            default -> { }
        }
        return "";
    }

    String ends(String name) {
        switch (name) {
            case "checkBox" -> {
                oldBox = false;
                return oldBoxTicked ? Symbols.TICKED : Symbols.EMPTY;
            }
            case "ddList" -> {
                oldList(false);
                return oldChoice < oldChoices.size() ? oldChoices.get(oldChoice) : "";
            }
            case "sdtContent" -> {
                return box();
            }
            case "sdt" -> controls.poll();
            default -> { }
        }
        return "";
    }

    /** Text that a control shows instead of an answer, or beside the state that it keeps. */
    boolean hides() {
        return controls.stream().anyMatch(each -> each.box || each.hint);
    }

    String text(String typed) {
        var text = Symbols.text(font, typed);
        return raised.equals("superscript") || raised.equals("subscript") ? Symbols.raised(text, raised.equals("superscript")) : text;
    }

    private void checked(boolean on) {
        if (oldBox) {
            oldBoxTicked = on;
        } else {
            control(control -> control.ticked = control.box && on);
        }
    }

    private void oldList(boolean open) {
        oldList = open;
        if (open) {
            oldChoice = 0;
            oldChoices.clear();
        }
    }

    private void oldEntry(String entry) {
        if (oldList) {
            oldChoices.add(entry);
        }
    }

    private String box() {
        var control = controls.peek();
        if (control == null || !control.box || control.shown) {
            return "";
        }
        control.shown = true;
        return control.ticked ? Symbols.TICKED : Symbols.EMPTY;
    }

    private void control(java.util.function.Consumer<Control> act) {
        if (!controls.isEmpty()) {
            act.accept(controls.peek());
        }
    }

    private static String symbolFont(XMLStreamReader xml) {
        for (var attribute : List.of("ascii", "hAnsi")) {
            if (Symbols.font(Xml.attribute(xml, attribute))) {
                return Xml.attribute(xml, attribute);
            }
        }
        return "";
    }
}
