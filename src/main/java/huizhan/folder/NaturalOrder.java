package huizhan.folder;

import java.util.Comparator;

/** Names as a person sorts them: digits by their value, so that {@code 2.jpg} stands before {@code 10.jpg}. */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder ORDER = new NaturalOrder();

    private NaturalOrder() {}

    @Override public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOne = digits(one, i);
            int endOther = digits(other, j);
            int order = endOne > i && endOther > j ? numbers(one.substring(i, endOne), other.substring(j, endOther))
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(endOne, i + 1);
            j = Math.max(endOther, j + 1);
        }
        int left = Integer.compare(one.length() - i, other.length() - j);
        return left != 0 ? left : one.compareTo(other);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int numbers(String one, String other) {
        var a = one.replaceFirst("^0+(?=.)", "");
        var b = other.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
