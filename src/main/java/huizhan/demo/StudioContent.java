package huizhan.demo;

import static huizhan.demo.Draft.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the invented departments and units of the studio write. People, places of work and figures are made up. */
final class StudioContent {
    private StudioContent() {}

    static Map<String, Object> department() {
        return map("name", "云岭省科学技术厅", "contact", "方知远", "telephone", "0899-5550101", "fax", "0899-5550102");
    }

    /** A cooperation project, nothing missing and nothing doubtful. */
    static Map<String, Object> project() {
        return map("id", "5b0c6a2e-4f1d-4c83-9a57-2d1e8b7f3c01", "revision", 1, "rank", 1, "disclosure", "public",
                "name", "高原耐旱青稞联合育种", "kind", "project", "directions", list("breakthrough", "regional"), "highlights", list("paper"),
                "undertaker", "云岭省高原农业研究所", "foreignPartner", "北海植物遗传研究中心",
                "listContact", map("name", "沈若禾", "details", "0899-5550111"), "exhibitForms", list("graphic"),
                "statement", map(
                        "problem", "高原青稞产区十年九旱，老品种亩产不足150公斤，且易感条纹病。单靠本地种质，抗旱与抗病难以兼得。",
                        "breakthrough", "双方用6年时间互换种质312份，建立共享的表型数据库，定位抗旱主效位点4个，育成新品种2个。中方负责高原鉴定，外方负责基因分型，数据同步开放。",
                        "effect", "新品种推广18万亩，亩产提高23%，带动农户1.2万户；合作论文9篇，培养研究生17人。双方据此签订了新一轮5年合作协议。"),
                "statementFile", "", "figures", new ArrayList<>(),
                "board", board("云岭省高原农业研究所", list("DE", "NL"), list("life"), "北海植物遗传研究中心",
                        "青稞亩产提高23%：中外科研人员互换种质312份，定位抗旱主效位点4个，育成2个耐旱新品种，推广18万亩，惠及1.2万户农户，成为高原农业国际合作的样板。"),
                "attachments", new ArrayList<>(), "pictures", new ArrayList<>(), "video", "", "objects", new ArrayList<>());
    }

    /** An exchange activity with all seven sections. */
    static Map<String, Object> activity() {
        var activity = project();
        activity.putAll(map("id", "8d2f7c41-90ab-4e35-b6d8-71c05a9e4f02", "name", "高原气候变化联合科考周", "kind", "activity",
                "directions", list("diplomacy"), "highlights", list(), "undertaker", "云岭大学", "foreignPartner", "南岛海洋与气候研究院",
                "listContact", map("name", "顾明川", "details", "0899-5550121"),
                "statement", map("background", "落实双边科技合作联委会2012年会议纪要，双方商定轮流举办联合科考。",
                        "content", "组织42名科研人员分6组考察冰川、湖泊和草地，采集样品860件，举办公开讲座5场。",
                        "significance", "以共同的数据支撑共同的判断，为双边气候对话提供了科学依据，也让当地学校看到一线科研。",
                        "time", "2013年7月8日至14日", "place", "云岭省石河地区",
                        "attendees", "中方：科考队领队罗清（研究员）；外方：首席科学家H. Lindqvist（教授）。",
                        "results", "共建观测站2座，连续数据已满24个月，联合论文6篇，提出的草地保护建议被地方采纳。")));
        activity.put("board", board("云岭大学", list("SE"), list("environment"), "南岛海洋与气候研究院",
                "42名中外科研人员在高原同行一周，采集样品860件，建成观测站2座，连续数据已满24个月，为双边气候对话提供了共同的科学依据。"));
        return activity;
    }

    /** A base with its building and operation, and the three that are advised. */
    static Map<String, Object> base() {
        var base = project();
        base.putAll(map("id", "c4e91f08-36d7-4b2a-8e10-5f9a2b6d7c03", "name", "轻合金材料国际联合实验室", "kind", "base",
                "directions", list("network", "breakthrough"), "highlights", list("blockade"), "undertaker", "云岭材料工程学院",
                "foreignPartner", "莱茵轻金属研究所", "listContact", map("name", "贺一帆", "details", "0899-5550131"),
                "statement", map("building", "2011年由双方共建，实验用房3200平方米，设备原值4100万元，固定人员58人。",
                        "operation", "实行双主任制，每年召开学术委员会2次，设开放课题12项，设备向社会开放。",
                        "innovation", "铸造镁合金强度提高35%，替代进口牌号3个。",
                        "sustainability", "带动本地配套企业9家，废料回收率由41%升至78%。",
                        "synergy", "联合高校、企业和3个地市，组成轻合金创新联盟。")));
        base.put("board", board("云岭材料工程学院", list("DE"), list("materials"), "莱茵轻金属研究所",
                "双主任制的联合实验室：铸造镁合金强度提高35%，替代进口牌号3个，废料回收率由41%升至78%，带动9家企业组成轻合金创新联盟。"));
        return base;
    }

    private static Map<String, Object> board(String unit, List<String> countries, List<String> fields, String partner, String text) {
        return map("unit", unit, "countries", countries, "fields", fields, "foreignPartner", partner,
                "chineseInvestment", "经费1200万元，科研人员26人", "foreignInvestment", "设备折合人民币450万元，专家8人次",
                "natures", list("intergovernmental"), "otherNature", "", "startAndCompletion", "2011年3月启动，2015年4月完成验收",
                "start", "2011-03", "contact", map("name", "沈若禾", "telephone", "0899-5550111", "fax", "0899-5550112",
                        "mobile", "13900000000", "email", "contact@example.org"),
                "text", text, "intellectualProperty", "成果由双方共同所有，按协议各自使用。", "wishes", "",
                "confidentialityOpinion", "经审核，不涉及国家秘密，同意公开。", "departmentOpinion", "同意推荐。");
    }

    static Map<String, Object> model() {
        return map("name", "轻合金轮毂模型", "kind", "model", "lengthCm", 45, "widthCm", 45, "heightCm", 20, "size", "", "weightKg", 6.5,
                "note", "1:1 剖面模型，可见加强筋。", "photos", list("01/objects/1.jpg"));
    }

    /** A text of exactly so many 字. */
    static String ofLength(int characters) {
        var words = "中外科研人员共同完成试验数据整理分析形成结论";
        var text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append(words.charAt(i % words.length()));
        }
        return text.toString();
    }

    static List<String> list(String... values) {
        return new ArrayList<>(List.of(values));
    }
}
