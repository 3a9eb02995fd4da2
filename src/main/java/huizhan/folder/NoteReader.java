package huizhan.folder;

import huizhan.folder.OfficeText.Paragraph;
import huizhan.folder.OfficeText.Table;
import huizhan.material.ExhibitObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an object note (实物说明, A9): name, kind, dimensions and weight of one object or of several, in a table or line by line. */
final class NoteReader {
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
    private static final String UNIT = "\\s*(毫米|厘米|公分|米|mm|cm|m)?";
    private static final Pattern THREE = Pattern.compile("(?:长)?\\s*" + NUMBER + UNIT + "\\s*[×xX*＊✕乘]\\s*(?:宽)?\\s*" + NUMBER + UNIT
            + "\\s*[×xX*＊✕乘]\\s*(?:高)?\\s*" + NUMBER + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT = Pattern.compile(NUMBER + "\\s*(千克|公斤|kg|克|g|斤|吨|t)?", Pattern.CASE_INSENSITIVE);

    static {
        WORDS.put("name", List.of("实物名称", "模型名称", "实物或模型名称", "实物模型名称", "展品名称", "名称"));
        WORDS.put("kind", List.of("类别", "类型", "实物或模型", "实物模型"));
        WORDS.put("size", List.of("尺寸", "大小尺寸", "大小", "规格", "外形尺寸", "长宽高", "尺寸长宽高", "尺寸cm", "尺寸厘米", "长宽高cm"));
        WORDS.put("weight", List.of("重量", "质量", "重量kg", "重量千克", "重量公斤"));
        WORDS.put("note", List.of("说明", "内容说明", "简要说明", "照片内容说明", "备注", "简介"));
    }

    private final List<Map<String, String>> objects = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /** @param unread the labels whose value has no number in it */
    record Note(List<ExhibitObject> objects, List<String> unread) {}

    private NoteReader() {}

    /**
     * @param kind   the kind of objects about which the note says nothing
     * @param photos that lie beside the note; they belong to its first object unless there are as many objects as photos
     */
    static Note read(OfficeText text, String kind, List<String> photos) {
        var reader = new NoteReader();
        for (var block : text.blocks()) {
            if (block instanceof Table table) {
                reader.table(table);
            } else if (block instanceof Paragraph paragraph) {
                paragraph.text().lines().forEach(reader::line);
            }
        }
        var found = new ArrayList<ExhibitObject>();
        for (int i = 0; i < reader.objects.size(); i++) {
            found.add(reader.object(reader.objects.get(i), kind, shared(photos, i, reader.objects.size())));
        }
        return new Note(List.copyOf(found), List.copyOf(reader.unread));
    }

    private static List<String> shared(List<String> photos, int index, int objects) {
        return photos.size() == objects ? List.of(photos.get(index)) : index == 0 ? photos : List.of();
    }

    /** Labels in the first row over a row an object, or labels at the left of their values. */
    private void table(Table table) {
        var head = table.rows().isEmpty() ? List.<OfficeText.Cell>of() : table.rows().get(0);
        long labels = head.stream().filter(cell -> !word(cell.text()).isEmpty()).count();
        if (labels > 1 && table.rows().size() > 1 && table.rows().get(1).stream().allMatch(cell -> word(cell.text()).isEmpty())) {
            for (var row : table.rows().subList(1, table.rows().size())) {
                objects.add(new LinkedHashMap<>());
                for (int i = 0; i < Math.min(row.size(), head.size()); i++) {
                    put(word(head.get(i).text()), row.get(i).text());
                }
            }
            objects.removeIf(each -> each.values().stream().allMatch(String::isBlank));
            return;
        }
        for (var row : table.rows()) {
            for (int i = 0; i + 1 < row.size(); i++) {
                if (!word(row.get(i).text()).isEmpty()) {
                    put(word(row.get(i).text()), row.get(i + 1).text());
                    i++;
                }
            }
        }
    }

    private void line(String line) {
        int colon = Fold.firstOf(line, "：:", 0);
        if (colon > 0) {
            put(word(line.substring(0, colon)), line.substring(colon + 1));
        }
    }

    private static String word(String label) {
        var folded = Fold.of(Fold.bare(label));
        var whole = Fold.of(label);
        return WORDS.entrySet().stream().filter(each -> each.getValue().contains(folded) || each.getValue().contains(whole))
                .map(Map.Entry::getKey).findFirst().orElse("");
    }

    private void put(String word, String value) {
        if (word.isEmpty()) {
            return;
        }
        if (objects.isEmpty() || objects.get(objects.size() - 1).containsKey(word)) {
            objects.add(new LinkedHashMap<>());
        }
        objects.get(objects.size() - 1).put(word, value.strip());
    }

    private ExhibitObject object(Map<String, String> told, String kind, List<String> photos) {
        var size = told.getOrDefault("size", "");
        var three = THREE.matcher(size);
        boolean dimensions = three.find();
        double[] cm = dimensions ? centimetres(three) : new double[3];
        return new ExhibitObject(told.getOrDefault("name", ""), kind(told.getOrDefault("kind", ""), kind), cm[0], cm[1], cm[2],
                dimensions ? "" : size, kilograms(told.getOrDefault("weight", "")), told.getOrDefault("note", ""), photos);
    }

    private static String kind(String text, String otherwise) {
        var boxes = text.replaceAll("[□☐○]\\s*(实物|模型)", "");
        return boxes.contains("模型") == boxes.contains("实物") ? otherwise : boxes.contains("模型") ? "model" : "object";
    }

    /** The last unit named holds for all three; without one they are centimetres. */
    private static double[] centimetres(Matcher three) {
        var unit = three.group(6) != null ? three.group(6) : "cm";
        var cm = new double[3];
        for (int i = 0; i < 3; i++) {
            var own = three.group(2 + 2 * i) != null ? three.group(2 + 2 * i) : unit;
            cm[i] = rounded(Double.parseDouble(three.group(1 + 2 * i)) * factor(own));
        }
        return cm;
    }

    private static double factor(String unit) {
        return switch (unit.toLowerCase(java.util.Locale.ROOT)) {
            case "毫米", "mm" -> 0.1;
            case "米", "m" -> 100;
            default -> 1;
        };
    }

    private double kilograms(String text) {
        var weight = WEIGHT.matcher(text);
        if (!weight.find()) {
            if (!text.isBlank()) {
                unread.add("重量");
            }
            return 0;
        }
        double number = Double.parseDouble(weight.group(1));
        return rounded(switch (String.valueOf(weight.group(2)).toLowerCase(java.util.Locale.ROOT)) {
            case "克", "g" -> number / 1000;
            case "斤" -> number / 2;
            case "吨", "t" -> number * 1000;
            default -> number;
        });
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
