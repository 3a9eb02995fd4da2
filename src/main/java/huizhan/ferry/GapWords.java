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

    /** For the department itself, at its desk. */
    static Text atDesk(Gap gap) {
        int rank = gap.rank().orElse(0);
        return switch (gap.kind()) {
            case NO_LIST -> new Text("还没有名单。有公开成果的，请把公开网上签发后生成的光盘也收进来；没有的，请在名单页选取和排序。",
                "There is no list yet. Take in the disc that the server on the open network makes of your sign-off; if nothing is public, pick and rank on the nomination's page.");
            case STUB_WITHOUT_DISC -> new Text("第 " + rank + " 位是非公开成果，还没有收到单位的封装光盘。请向单位催要。", "Rank " + rank + " is non-public, and its unit's sealed disc has not come. Ask the unit for it.");
            case DISC_WITHOUT_STUB -> new Text("单位送来的一项成果不在名单上，已列为备选。它若就是名单上的一项非公开占位，请在名单页选取它，排到那个位次，再移出占位。",
                "What a unit has sent is not on the list; it is among the candidates. If it is what a non-public stub stands for, pick it, give it that rank, and drop the stub.");
            case RANK_TWICE -> new Text("名单光盘上第 " + rank + " 位有两项成果。请在名单页排定顺序。", "On the disc of the list two achievements claim rank " + rank + ". Put them in order on the nomination's page.");
            case PUBLIC_ON_LIST -> new Text("第 " + rank + " 位在名单上是公开的，单位又送来非公开的封装光盘；现在用的是名单上的。请与单位核对。确属非公开的，请在公开网上改为非公开，再收一次新名单。",
                "Rank " + rank + " is public on the list, and its unit has sent it as non-public; the list counts. Check with the unit. If it is non-public, say so on the server, and take in the new list.");
            case PUBLIC_ON_DISC -> new Text("第 " + rank + " 位在名单上是非公开的，单位的光盘里却标为公开，没有用它。请单位核对后重新刻录。",
                "Rank " + rank + " is non-public on the list, and its unit's disc says public; it is not used. Let the unit check it and burn it again.");
            case RANK_OTHER, TWO_VERSIONS, TWO_LISTS -> of(gap);
        };
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
