package huizhan.likeness;

import huizhan.material.Achievement;
import huizhan.material.Examples;
import huizhan.material.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Achievements as departments tell them: one project three times, and others that only look like it. */
final class Tellings {
    static final String TURNS = "本项目得到国家国际科技合作专项支持，在双方政府间科技合作框架下实施，取得了显著的经济效益、社会效益和生态效益，"
        + "为推动双边科技合作、提升我国在该领域的自主创新能力和国际影响力作出了积极贡献，具有良好的示范带动作用和推广应用前景。";

    /** As the province tells it. */
    static final Values PROVINCE = told("中德海水养殖尾水生态处理技术联合研究", "示例省海洋与渔业研究院", "德国极地与海洋研究中心",
        "沿海工厂化养殖发展很快，尾水中氮磷超标，近岸海域富营养化加重，传统沉淀池占地大、效果差，企业缺少用得起的处理办法。",
        "中德双方自2011年起互派研究人员26人次，筛选出耐盐脱氮菌株4株，研制出贝藻协同的生态滤床，氨氮去除率达到92%，运行费用降到每吨水0.18元。",
        "技术已在三市41家养殖企业使用，年处理尾水1.2亿吨，养殖成活率提高11个百分点，带动渔民增收；双方联合发表论文17篇，制定行业标准2项。",
        "贝藻协同滤床让养殖尾水达标：中德联合筛选耐盐脱氮菌株，氨氮去除率92%，41家企业使用，年处理尾水1.2亿吨。");

    /** The same project as a State Council body tells it, in other words. */
    static final Values BODY = told("海水养殖尾水生态处理中德合作研究", "示例海洋科学院第二研究所", "德国极地与海洋研究中心；不来梅大学",
        "工厂化海水养殖的尾水长期直接排海，造成近岸富营养化，是制约产业的老问题，国内缺少费用低、见效快的处理技术。",
        "在中德政府间协议下，我所与德方专家共同选育耐盐脱氮菌株4株，发明贝藻协同的生态滤床工艺，试验表明氨氮去除率达到92%，每吨水费用不到两角。",
        "成果转让给41家养殖企业，年处理尾水1.2亿吨，渔民收入明显增加，德方也在北海沿岸建成示范点一处，合作论文17篇。",
        "耐盐菌株加贝藻滤床，养殖尾水去除九成以上氨氮，41家企业年处理尾水1.2亿吨，德国北海沿岸也建起示范点。");

    /** Another project with the same partner, and of the same institute. */
    static final Values SAME_PARTNER = told("极地微生物低温酶资源开发", "示例省海洋与渔业研究院", "德国极地与海洋研究中心",
        "极地微生物能在零度以下存活，其低温酶在洗涤、食品、制药上用途很广，但样品难得，分离培养条件苛刻。",
        "借助德方破冰船和我国科考站，双方建成共享的极地菌种库，保藏菌种3200株，从中发现新种19个，获得低温蛋白酶等6种酶制剂。",
        "两种低温酶已经投产，年产值4300万元；菌种库向14个国家开放，培养研究生23名。",
        "3200株极地微生物为洗衣粉省电：中德共建菌种库，发现新种19个，两种低温酶投产。");

    /** Nothing in common with the first but the turns of phrase that everybody uses. */
    static final Values TURNS_ONE = with(PROVINCE, TURNS);
    static final Values TURNS_OTHER = with(told("中俄大型水轮机叶片抗空蚀涂层技术合作研究", "示例省水力机械研究院", "俄罗斯圣彼得堡材料学院",
        "高水头电站的水轮机叶片被空蚀破坏，每两年就要大修，进口涂层价格高，供货周期长。",
        "中俄双方共同研制超音速火焰喷涂设备，开发纳米碳化钨涂层，结合强度超过80兆帕，寿命延长到原来的3倍。",
        "涂层在7座电站的23台机组上使用，减少停机1900小时，节约检修费2.6亿元；联合培养博士9名。",
        "叶片穿上碳化钨外衣：寿命延长到3倍，7座电站23台机组使用，节约检修费2.6亿元。"), TURNS);

    private Tellings() {}

    static Values told(String name, String unit, String partner, String problem, String breakthrough, String effect, String board) {
        return Examples.values().with("name", name).with("undertaker", unit).with("board.unit", unit).with("foreignPartner", partner)
            .with("board.foreignPartner", partner).with("statement.problem", problem).with("statement.breakthrough", breakthrough)
            .with("statement.effect", effect).with("board.text", board);
    }

    static Values with(Values values, String more) {
        return values.with("statement.effect", values.text("statement.effect") + more);
    }

    /** Each of another department. */
    static List<Told> all(Values... values) {
        var all = new java.util.ArrayList<Told>();
        for (int i = 0; i < values.length; i++) {
            all.add(told(i + 1, values[i]));
        }
        return all;
    }

    static Told told(int number, Values values) {
        return told(number, number, values);
    }

    static Told told(int number, int department, Values values) {
        var a = Examples.achievement(1, values);
        return Told.of(new Achievement(Optional.of(new UUID(9, number)), 1, "01", Optional.of(1), "public", values, "", "", List.of(), List.of(), a.pictures(), "",
            List.of()), new UUID(5, department), Map.of());
    }
}
