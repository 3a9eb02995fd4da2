package huizhan.story;

import huizhan.call.Call;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.material.Picture;
import huizhan.material.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a tale into the material of an achievement; files are named by what they show and made when they are asked for. */
final class Telling {
    private final Call call;

    Telling(Call call) {
        this.call = call;
    }

    /** Told in full: nothing is missing but the department's opinion, which is the department's to write. */
    Achievement whole(Book.Tale tale, Book.Unit unit, int number) {
        var forms = new ArrayList<>(List.of("graphic"));
        tale.thing().ifPresent(thing -> forms.add(thing.kind()));
        if (tale.film()) {
            forms.add("video");
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "kind", tale.kind(), "name", tale.name(), "undertaker", unit.name(), "foreignPartner", tale.partner(),
            "listContact.name", unit.person().name(), "listContact.details", telephone(number));
        all.put("directions", tale.directions());
        all.put("highlights", tale.highlights());
        all.put("exhibitForms", forms);
        var sections = call.kind(tale.kind()).orElseThrow().sections();
        for (int i = 0; i < sections.size(); i++) {
            put(all, Values.STATEMENT + sections.get(i).code(), tale.sections().get(i));
        }
        board(all, unit, tale.partner(), tale.field(), tale.countries(), tale.board(), number);
        var pictures = new ArrayList<Picture>();
        tale.captions().forEach(caption -> pictures.add(new Picture("picture-" + pictures.size(), "", caption)));
        var objects = tale.thing().map(thing -> List.of(new ExhibitObject(thing.name(), thing.kind(), thing.length(), thing.width(), thing.height(), "",
            thing.weight(), thing.note(), List.of("photo")))).orElse(List.of());
        return new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", new Values(all), "", "", List.of(), List.of(), pictures,
            tale.film() ? "film" : "", objects);
    }

    /** Told shortly, yet complete: one of many. */
    Achievement brief(String name, Book.Unit unit, int number) {
        var text = "双方围绕" + name + "开展联合研究，交换数据和人员，取得了可以推广的结果，服务了当地产业和居民。";
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "kind", "project", "name", name, "undertaker", unit.name(), "foreignPartner", "环洋联合研究所", "listContact.name", unit.person().name(),
            "listContact.details", telephone(number), "statement.problem", "国内外做法不一，缺少共同的数据和标准，单靠一方难以突破。",
            "statement.breakthrough", "双方组成联合团队，三年完成试验" + (20 + number * 3) + "次，形成共同方法，并在两地验证。",
            "statement.effect", "方法已在" + (3 + number) + "个单位使用，成本平均下降" + (8 + number) + "%，培养青年骨干" + (6 + number) + "人。");
        all.put("directions", List.of("regional"));
        all.put("exhibitForms", List.of("graphic"));
        board(all, unit, "环洋联合研究所", number % 2 == 0 ? "engineering" : "information", List.of(number % 3 == 0 ? "FR" : "NO"), text, number);
        return new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", new Values(all), "", "", List.of(), List.of(),
            List.of(new Picture("picture-0", "", name + "试验现场"), new Picture("picture-1", "", name + "设备近景")), "", List.of());
    }

    /** Hardly begun. */
    Achievement begun(String name, Book.Unit unit) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "kind", "base", "name", name, "board.unit", unit.name(), "statement.building", "2012年建成，数据节点3个。");
        return new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", new Values(all), "", "", List.of(), List.of(),
            List.of(new Picture("picture-0", "", "")), "", List.of());
    }

    private static void board(Map<String, List<String>> all, Book.Unit unit, String partner, String field, List<String> countries, String text, int number) {
        put(all, "board.unit", unit.name(), "board.foreignPartner", partner, "board.chineseInvestment", (180 + number * 35) + "万元，人员" + (9 + number) + "人",
            "board.foreignInvestment", (20 + number * 4) + "万欧元，提供设备和人员", "board.startAndCompletion", "2011年3月至2014年12月，已完成",
            "board.contact.name", unit.person().name(), "board.contact.telephone", telephone(number), "board.contact.mobile", "13900000%03d".formatted(number),
            "board.contact.email", unit.person().username() + "@example.org", "board.text", text, "board.confidentialityOpinion", "经审核，不涉及国家秘密，同意公开。",
            "board.intellectualProperty", "知识产权归双方共有，按协议使用。");
        all.put("board.fields", List.of(field));
        all.put("board.countries", countries);
        all.put("board.natures", List.of("institutional"));
    }

    private static String telephone(int number) {
        return "0899-5550%03d".formatted(100 + number);
    }

    private static void put(Map<String, List<String>> all, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], List.of(pairs[i + 1]));
        }
    }
}
