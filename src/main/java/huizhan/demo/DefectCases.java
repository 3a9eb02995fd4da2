package huizhan.demo;

import static huizhan.demo.Draft.map;
import static huizhan.demo.StudioContent.list;
import static huizhan.demo.StudioContent.ofLength;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people type, leave out or order wrongly: A1 to A5, A7, A8, A11, A12. */
final class DefectCases {
    private DefectCases() {}

    static List<MaterialCase> of(MaterialStudio studio) {
        var list = new CaseList(studio);
        kinds(list);
        order(list);
        openness(list);
        lengths(list);
        boardForm(list);
        summary(list);
        packing(list);
        return list.cases;
    }

    private static void kinds(CaseList list) {
        list.error("A1.kind--missing", draft -> draft.first().remove("kind"));
        list.error("A1.kind--unknown", draft -> draft.set("kind", "festival"));
        list.error("A1.sections--activity", draft -> {
            activity(draft);
            draft.set("statement.place", "");
        });
        list.clean("A1.sections--seven", DefectCases::activity);
        list.error("A1.sections--base", draft -> {
            base(draft);
            draft.set("statement.operation", " ");
        });
        list.error("A1.sections--empty", draft -> draft.set("statement", map()));
        list.warning("A1.sections--project", draft -> draft.set("statement.effect", ""));
        list.warning("A1.sections--advised", draft -> {
            base(draft);
            draft.set("statement.synergy", "");
        });
        list.error("A2.direction--unknown", draft -> draft.set("directions", list("diplomacy", "space")));
        list.warning("A2.direction--none", draft -> draft.set("directions", list()));
        list.clean("A2.direction--four", draft -> draft.set("directions", list("diplomacy", "breakthrough", "regional", "network")));
    }

    private static void activity(Draft draft) {
        kind(draft, "activity", StudioContent.activity().get("statement"));
    }

    private static void base(Draft draft) {
        kind(draft, "base", StudioContent.base().get("statement"));
    }

    private static void kind(Draft draft, String kind, Object statement) {
        draft.set("kind", kind).set("statement", statement);
    }

    private static void order(CaseList list) {
        list.wholeError("A3.limit--11", draft -> stubs(draft, 10));
        list.wholeClean("A3.limit--10", draft -> stubs(draft, 9));
        list.wholeError("A3.order--1-1-3", draft -> {
            stubs(draft, 2);
            draft.achievements().get(1).put("rank", 1);
        });
        list.wholeError("A3.order--gap", draft -> draft.set("rank", 2).achievements());
        list.error("A3.order--part-twice", draft -> {
            stubs(draft, 1);
            draft.achievements().get(1).put("rank", 1);
        });
        list.error("A3.order--part-11", draft -> {
            stubs(draft, 1);
            draft.achievements().get(1).put("rank", 11);
        });
        list.clean("A3.order--part-1-and-10", draft -> {
            stubs(draft, 1);
            draft.achievements().get(1).put("rank", 10);
        });
    }

    private static void stubs(Draft draft, int count) {
        for (int i = 0; i < count; i++) {
            draft.achievements().add(map("id", new UUID(0x4000, 0x8000000000000000L + i).toString(), "rank", i + 2, "disclosure", "non-public"));
        }
    }

    private static void openness(CaseList list) {
        list.error("A4.disclosure", draft -> draft.first().remove("disclosure"));
        list.zoned("A4.zone", "error", "open", draft -> draft.set("disclosure", "non-public"));
        list.zoned("A4.zone--restricted", "", "restricted", draft -> draft.set("disclosure", "non-public"));
        list.zoned("A4.zone--stub", "", "open", draft -> stubs(draft, 1));
        list.clean("A4.zone--no-zone", draft -> draft.set("disclosure", "non-public"));
        list.error("A4.mark--star", draft -> draft.set("board.wishes", "机密★10年"));
        list.error("A4.mark--asterisk", draft -> draft.set("board.wishes", "请注意 秘密*5年"));
        list.error("A4.mark--alone", draft -> draft.set("board.wishes", "请按原样印刷\n秘 密\n谢谢"));
        list.error("A4.mark--level", draft -> draft.set("board.wishes", "密级：机密"));
        list.clean("A4.mark--prose", draft -> draft.set("board.wishes", "不涉及国家秘密，也不涉及商业秘密。密级：□绝密 □机密 □秘密"));
        list.warning("A4.mark--internal", draft -> draft.set("board.wishes", "此图来自内部资料"));
        list.warning("A4.mark--work-secret", draft -> draft.set("board.wishes", "含有工作秘密"));
        list.warning("A4.opinion", draft -> draft.set("board.confidentialityOpinion", "经审核，该项目不宜公开。"));
        list.clean("A4.opinion--non-public", draft -> draft.set("disclosure", "non-public").set("board.confidentialityOpinion", "经审核，该项目不宜公开。"));
    }

    private static void lengths(CaseList list) {
        list.error("A5.length--1001", draft -> sections(draft, 400, 400, 201));
        list.clean("A5.length--1000", draft -> sections(draft, 400, 400, 200));
        list.error("A8.length--201", draft -> draft.set("board.text", ofLength(201)));
        list.clean("A8.length--200", draft -> draft.set("board.text", ofLength(200)));
    }

    private static void sections(Draft draft, int problem, int breakthrough, int effect) {
        draft.set("statement", map("problem", ofLength(problem), "breakthrough", ofLength(breakthrough), "effect", ofLength(effect)));
    }

    private static void boardForm(CaseList list) {
        list.error("A7.required--unit", draft -> draft.set("board.unit", "　"));
        list.error("A7.required--no-telephone", draft -> draft.set("board.contact.telephone", "").set("board.contact.mobile", ""));
        list.warning("A7.required--telephone", draft -> draft.set("board.contact.telephone", ""));
        list.warning("A7.required--mobile", draft -> draft.set("board.contact.mobile", ""));
        list.warning("A7.required--email", draft -> draft.set("board.contact.email", ""));
        list.warning("A7.required--opinion-in-part", draft -> draft.set("board.confidentialityOpinion", ""));
        list.wholeError("A7.required--opinion", draft -> draft.set("board.confidentialityOpinion", ""));
        list.wholeClean("A7.required--sheet", draft -> {
            draft.set("board.confidentialityOpinion", "").text("01/attachments/opinion.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
            draft.set("attachments", new ArrayList<>(List.of(map("kind", "confidentiality", "file", "01/attachments/opinion.pdf"))));
        });
        list.clean("A7.required--fax-and-wishes", draft -> draft.set("board.contact.fax", "").set("board.wishes", ""));
        list.clean("A7.required--none-is-content", draft -> draft.set("board.foreignInvestment", "无"));
        list.error("A7.field--unknown", draft -> draft.set("board.fields", list("alchemy")));
        list.warning("A7.field--two", draft -> draft.set("board.fields", list("life", "environment")));
        list.clean("A7.field--one", draft -> draft.set("board.fields", list("other")));
        list.error("A7.country--none", draft -> draft.set("board.countries", list()));
        list.error("A7.country--no-code", draft -> draft.set("board.countries", list("DE", "XX")));
        list.clean("A7.country--words", draft -> draft.set("board.countries", list("other:非洲多国", "UNESCO", "TW")));
        list.error("A7.nature--unknown", draft -> draft.set("board.natures", list("private")));
        list.error("A7.nature--other", draft -> draft.set("board.natures", list("other")).set("board.otherNature", ""));
        list.clean("A7.nature--other-told", draft -> draft.set("board.natures", list("other")).set("board.otherNature", "民间学会间"));
    }

    private static void summary(CaseList list) {
        list.error("A11.required--name", draft -> draft.set("name", ""));
        list.error("A11.required--contact", draft -> draft.set("listContact.details", ""));
        list.clean("A11.required--no-partner", draft -> draft.set("foreignPartner", "无"));
        list.error("A11.forms", draft -> draft.set("exhibitForms", list()));
        list.wholeError("A11.head--contact", draft -> draft.top("department", map("name", "云岭省科学技术厅", "contact", "", "telephone", "0899-5550101")));
        list.wholeClean("A11.head--no-fax", draft -> draft.top("department", map("name", "云岭省科学技术厅", "contact", "方知远", "telephone", "0899-5550101", "fax", "")));
    }

    private static void packing(CaseList list) {
        list.error("A12.file", draft -> draft.without("01/pictures/b.jpg"));
        list.error("A12.file--outside", draft -> draft.set("attachments", new ArrayList<>(List.of(map("kind", "other", "file", "../outside.pdf")))));
        list.warning("A12.unnamed", draft -> draft.text("01/attachments/more.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        list.clean("A12.unnamed--junk", draft -> draft.text("01/pictures/Thumbs.db", new byte[8]).text(".DS_Store", new byte[8])
                .text("desktop.ini", new byte[8]).text("01/~$board-form.docx", new byte[8]));
    }
}
