package huizhan.office;

import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import huizhan.material.ExhibitObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> TITLES = Set.of("实物说明", "模型说明", "实物模型说明", "实物或模型说明", "实物展品说明", "展品说明");
    private static final Said NONE = new Said("", "", Spot.FILE);
    private static final Text SIZE_NAME = new Text("尺寸", "Dimensions");
    private static final Text WEIGHT_NAME = new Text("重量", "Weight");

    private final List<Map<String, Said>> objects = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<LeftOver> leftOver = new ArrayList<>();

    /** @param remarks on values without a number, {@code object.weightKg}, and with words that have no place */
    record Note(List<ExhibitObject> objects, List<Remark> remarks, List<LeftOver> leftOver) {}

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
                paragraph.text().lines().forEach(line -> reader.line(line, paragraph.where()));
            }
        }
        var found = new ArrayList<ExhibitObject>();
        for (int i = 0; i < reader.objects.size(); i++) {
            found.add(reader.object(reader.objects.get(i), kind, shared(photos, i, reader.objects.size())));
        }
        return new Note(List.copyOf(found), List.copyOf(reader.remarks), List.copyOf(reader.leftOver));
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
                for (int i = 0; i < row.size(); i++) {
                    put(i < head.size() ? word(head.get(i).text()) : "", row.get(i).text(), row.get(i).where());
                }
            }
            objects.removeIf(each -> each.values().stream().allMatch(said -> said.text().isBlank()));
            return;
        }
        for (var row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                var word = word(row.get(i).text());
                if (!word.isEmpty() && i + 1 < row.size()) {
                    put(word, row.get(i + 1).text(), row.get(i + 1).where());
                    i++;
                } else {
                    var where = row.get(i).where();
                    row.get(i).text().lines().forEach(line -> line(line, where));
                }
            }
        }
    }

    private void line(String line, Text where) {
        int colon = Fold.firstOf(line, "：:", 0);
        var word = colon > 0 ? word(line.substring(0, colon)) : "";
        put(word, word.isEmpty() ? line : line.substring(colon + 1), where);
    }

    private static String word(String label) {
        var folded = Fold.of(Fold.bare(label));
        var whole = Fold.of(label);
        return WORDS.entrySet().stream().filter(each -> each.getValue().contains(folded) || each.getValue().contains(whole))
                .map(Map.Entry::getKey).findFirst().orElse("");
    }

    private void put(String word, String value, Text where) {
        if (word.isEmpty()) {
            leave(value, where);
            return;
        }
        if (objects.isEmpty() || objects.get(objects.size() - 1).containsKey(word)) {
            objects.add(new LinkedHashMap<>());
        }
        objects.get(objects.size() - 1).put(word, new Said(word, value.strip(), where));
    }

    /** Words that belong to no object, but for the title and the numbers of the rows. */
    private void leave(String text, Text where) {
        var folded = Fold.of(text);
        if (!folded.isEmpty() && !TITLES.contains(folded) && !folded.matches("[0-9]{1,2}") && word(text).isEmpty()) {
            leftOver.add(new LeftOver(text.strip(), where));
        }
    }

    private ExhibitObject object(Map<String, Said> told, String kind, List<String> photos) {
        var size = told.getOrDefault("size", NONE);
        var three = THREE.matcher(size.text());
        boolean dimensions = three.find();
        double[] cm = dimensions ? centimetres(three) : new double[3];
        if (dimensions) {
            beside(size, three, "size", SIZE_NAME);
        }
        return new ExhibitObject(told.getOrDefault("name", NONE).text(), kind(told.getOrDefault("kind", NONE).text(), kind), cm[0], cm[1], cm[2],
                dimensions ? "" : size.text(), kilograms(told.getOrDefault("weight", NONE)), told.getOrDefault("note", NONE).text(), photos);
    }

    /** What stands around the numbers that were understood. */
    private void beside(Said said, Matcher found, String part, Text name) {
        var rest = (said.text().substring(0, found.start()) + " " + said.text().substring(found.end())).strip();
        if (!Fold.of(rest).replaceAll("[约长宽高净重毛±~]|左右", "").isEmpty()) {
            remarks.add(Remark.of(Remark.Kind.BESIDE_BOXES, "object." + part, said.where(), name, rest));
            leftOver.add(new LeftOver(rest, said.where()));
        }
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

    private double kilograms(Said said) {
        var weight = WEIGHT.matcher(said.text());
        if (!weight.find()) {
            if (!said.text().isBlank()) {
                remarks.add(Remark.of(Remark.Kind.NOT_OFFERED, "object.weightKg", said.where(), WEIGHT_NAME, said.text()));
                leftOver.add(new LeftOver(said.text(), said.where()));
            }
            return 0;
        }
        beside(said, weight, "weightKg", WEIGHT_NAME);
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
