package huizhan.office;

import java.util.List;

/** Whether two labels mean the same in other words: 合作国家 and 合作国别, 邮箱 and 电子信箱. */
final class Wording {
    /** From here on two labels are taken for one. */
    static final double LIKE = 0.58;
    private static final double END = 0.9;
    private static final double BEGIN = 0.75;
    private static final double BOTH = 2;
    private static final int LONGEST = 24;
    private static final List<List<String>> SAME = List.of(List.of("电子信箱", "电子邮箱", "邮箱", "电子邮件", "email", "email地址", "e-mail"),
            List.of("手机", "移动电话", "手机号", "手机号码"), List.of("电话", "联系电话", "办公电话", "固定电话", "座机", "电话号码"), List.of("传真", "传真号码"),
            List.of("单位联系人", "联系人", "联系人姓名"), List.of("合作国别", "合作国家", "国别", "国家"));

    private Wording() {}

    /** The words at the beginning of a cell that can be its label. */
    static String head(String text) {
        return Fold.of(text.substring(0, headLength(text)));
    }

    /** Where they end: at a bracket, a colon, a blank before more words, or the end of the line. */
    static int headLength(String text) {
        int from = 0;
        while (from < text.length() && Fold.of(text.substring(from, from + 1)).isEmpty()) {
            from++;
        }
        int end = from;
        while (end < text.length() && "（(：:\n\t".indexOf(text.charAt(end)) < 0 && !gap(text, from, end)) {
            end++;
        }
        return end;
    }

    /** A blank within letter-spaced words (电　话) is none that ends them. */
    private static boolean gap(String text, int from, int at) {
        boolean blank = Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at));
        return blank && Fold.of(text.substring(from, at)).length() > 1;
    }

    /** 0 for nothing in common, 1 for the same; both folded. */
    static double like(String words, String label) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return 0;
        }
        if (words.equals(label) || SAME.stream().anyMatch(same -> same.contains(words) && same.contains(label))) {
            return 1;
        }
        if (words.length() > 2 && label.length() > 1 && words.endsWith(label)) {
            return END;
        }
        double like = BOTH * common(words, label) / (words.length() + label.length());
        return words.startsWith(label) && label.length() > 2 ? Math.max(BEGIN, like) : like;
    }

    /** The length of the longest sequence of characters that both have in this order. */
    private static int common(String one, String other) {
        var row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int corner = 0;
            for (int j = 0; j < other.length(); j++) {
                int up = row[j + 1];
                row[j + 1] = one.charAt(i) == other.charAt(j) ? corner + 1 : Math.max(up, row[j]);
                corner = up;
            }
        }
        return row[other.length()];
    }
}
