package huizhan.ferry;

import huizhan.kernel.Text;
import java.util.Locale;

/** Gaps and contradictions in words: what is wrong, and what to do about it. */
final class GapWords {
    private GapWords() {}

    static String code(Gap.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Gap.Kind kind(String code) {
        return Gap.Kind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Text of(Gap gap) {
        int rank = gap.rank().orElse(0);
        return switch (gap.kind()) {
            case NO_LIST -> new Text("有封装光盘，还没有收到推荐名单；排名暂按光盘上的。请向部门要公开部分的光盘或名单。",
                "There are sealed discs and no list yet; their own ranks are taken for now. Ask the department for the disc with its list.");
            case STUB_WITHOUT_DISC -> new Text("第 " + rank + " 位是非公开成果，还没有收到它的封装光盘。请催报。",
                "Rank " + rank + " is non-public, and no sealed disc with it has come. Ask for it.");
            case DISC_WITHOUT_STUB -> new Text("收到一项成果的封装光盘，推荐名单上没有它，暂不列入。请与部门核对名单是否为最新。",
                "A sealed disc came with an achievement that isn't on the list; it is not listed. Check with the department whether the list is its newest.");
            case RANK_TWICE -> new Text("第 " + rank + " 位有两项成果。请部门确认顺序。", "Two achievements claim rank " + rank + ". Let the department say their order.");
            case RANK_OTHER -> new Text("第 " + rank + " 位的成果，在封装光盘上写的是第 " + gap.other().orElse(0) + " 位；以名单为准。",
                "What stands at rank " + rank + " says " + gap.other().orElse(0) + " on its sealed disc; the list counts.");
            case TWO_VERSIONS -> new Text((rank > 0 ? "第 " + rank + " 位的成果" : "同一项成果") + "有两张光盘，内容不同；以较晚收到的那张为准。请与部门核对。",
                "Two discs tell different things of " + (rank > 0 ? "what stands at rank " + rank : "one achievement") + "; the later one counts. Check with the department.");
            case PUBLIC_ON_LIST -> new Text("第 " + rank + " 位在名单上是公开的，又有一张非公开的封装光盘；以名单为准。请与部门核对。",
                "Rank " + rank + " is public on the list, and a sealed disc brought it as non-public; the list counts. Check with the department.");
            case PUBLIC_ON_DISC -> new Text("第 " + rank + " 位在名单上是非公开的，封装光盘里却标为公开；没有列入。请与部门核对。",
                "Rank " + rank + " is non-public on the list, and its sealed disc says public; it is not listed. Check with the department.");
            case TWO_LISTS -> new Text("收到两份同一版次而内容不同的名单；以较晚收到的那份为准。请与部门核对。",
                "Two lists of the same revision came with different content; the later one counts. Check with the department.");
        };
    }
}
