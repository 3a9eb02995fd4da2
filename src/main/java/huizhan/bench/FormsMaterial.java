package huizhan.bench;

import huizhan.documents.FormValues;
import huizhan.documents.FormValues.Entry;
import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Filled forms of plausible length. Each has characters of its own, so that no font subset is like another. */
final class FormsMaterial {
    private static final String COMMON = "国际合作研究项目技术联合试验平台数据海上风电机组可靠性能源环境材料信息工程生命科学双方专家完成建立提高成果应用示范产业人才培养";

    private FormsMaterial() {}

    static FormValues board(int number) {
        var random = new Random(number);
        var texts = new HashMap<String, String>();
        texts.put("name", words(random, 18));
        texts.put("board.unit", words(random, 12));
        texts.put("board.foreignPartner", "Fraunhofer-Institut für Beispiele, Łódź; " + words(random, 8));
        texts.put("board.chineseInvestment", words(random, 40));
        texts.put("board.foreignInvestment", words(random, 30));
        texts.put("board.startAndCompletion", "2011年3月启动，" + words(random, 20));
        texts.put("board.contact.name", words(random, 3));
        texts.put("board.contact.telephone", "010-00000000");
        texts.put("board.contact.fax", "010-00000001");
        texts.put("board.contact.mobile", "13000000000");
        texts.put("board.contact.email", "contact" + number + "@example.org");
        texts.put("board.text", words(random, 195));
        texts.put("board.intellectualProperty", words(random, 40));
        texts.put("board.confidentialityOpinion", words(random, 20));
        var pictures = new ArrayList<Entry>();
        for (int i = 1; i <= 4; i++) {
            pictures.add(new Entry(Map.of("file", i + ".jpg", "originalName", "IMG_" + i + ".JPG", "caption", words(random, 16)), Map.of()));
        }
        return new FormValues(mark("board" + number), texts, Map.of("board.countries", List.of("DE"), "board.fields", List.of("energy"),
                "board.natures", List.of("intergovernmental")), Map.of("pictures", pictures), Set.of(), List.of());
    }

    static FormValues statement(int number) {
        var random = new Random(100 + number);
        return new FormValues(mark("statement" + number), Map.of("name", words(random, 18), "board.unit", words(random, 12),
                "statement.problem", words(random, 320), "statement.breakthrough", words(random, 330), "statement.effect", words(random, 330)),
                Map.of("kind", List.of("project")), Map.of(), Set.of(), List.of());
    }

    static FormValues summary(int achievements) {
        var random = new Random(7);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < achievements; i++) {
            entries.add(new Entry(Map.of("name", words(random, 18), "undertaker", words(random, 12), "foreignPartner", "Example University",
                    "listContact.name", words(random, 3), "listContact.details", "13000000000"),
                    Map.of("exhibitForms", List.of("video", "graphic"), "disclosure", List.of("public"))));
        }
        return new FormValues(mark("summary"), Map.of("department.name", "示例省科学技术厅", "department.contact", "王示例"), Map.of(),
                Map.of("achievements", entries), Set.of(), List.of());
    }

    private static Mark mark(String name) {
        return new Mark(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(), Sha256.of(name).hex(), List.of());
    }

    /** Two characters of three are common ones, the third is any of the basic block; a comma after every twelfth. */
    private static String words(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 1; i <= length; i++) {
            text.append(i % 12 == 0 ? '，' : i % 3 == 0 ? (char) (0x4E00 + random.nextInt(0x5000)) : COMMON.charAt(random.nextInt(COMMON.length())));
        }
        return text.toString();
    }
}
