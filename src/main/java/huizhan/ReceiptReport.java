package huizhan;

import huizhan.documents.PaperProof;
import huizhan.folder.PaperCheck.Answer;
import huizhan.folder.PaperCheck.Line;
import huizhan.folder.PaperCheck.Verdict;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A paper held against the record, in words and for programs. */
record ReceiptReport(PaperProof paper, Optional<Verdict> verdict, List<String> missing, Lang lang) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Answer, Text> WORDS = Map.of(Answer.SAME, new Text("一致", "same"), Answer.DIFFERENT, new Text("不一致", "different"),
        Answer.ONLY_ON_PAPER, new Text("只在纸上", "only on the paper"), Answer.ONLY_IN_RECORD, new Text("只在记录里", "only in the record"));

    String text() {
        var out = new ArrayList<String>();
        out.add(say("纸质件：", "Paper: ") + paper.code().form() + "  " + paper.code().document());
        verdict.flatMap(Verdict::record).ifPresent(record -> out.add(say("记录：", "Record: ") + record.in(lang)));
        verdict.ifPresent(found -> found.lines().forEach(line -> line(line, out)));
        out.addAll(conclusion());
        return String.join(System.lineSeparator(), out);
    }

    /** Equal digests are told by their beginning, others whole, one under the other. */
    private void line(Line line, List<String> out) {
        out.add("%s  %s%s".formatted(WORDS.get(line.answer()).in(lang), safe(line.name().in(lang)),
            line.answer() == Answer.SAME ? "  " + line.paper().orElseThrow().grouped().substring(0, 19) + " …" : ""));
        if (line.answer() != Answer.SAME) {
            line.paper().ifPresent(digest -> out.add(say("    纸上  ", "    paper   ") + digest.grouped()));
            line.record().ifPresent(digest -> out.add(say("    记录  ", "    record  ") + digest.grouped()));
        }
    }

    private List<String> conclusion() {
        if (verdict.isEmpty()) {
            return List.of(say("结论：记录里没有这份文件。请核对是不是这次征集、这个部门的材料。",
                "Answer: the record has no such document; check the call and the department."));
        }
        var found = verdict.get();
        long other = found.lines().stream().filter(line -> line.answer() != Answer.SAME).count();
        var out = new ArrayList<String>();
        if (found.same()) {
            out.add(say("结论：一致，共 " + found.lines().size() + " 项摘要。", "Answer: the same, " + found.lines().size() + " digests."));
            if (paper.claims().isEmpty()) {
                out.add(say("二维码证明这份纸出自这份内容；纸上的文字请与重新打印的一份对照。",
                    "The code shows which content the paper was printed from; compare its words with a new print."));
            }
        } else if (found.linesAgree()) {
            out.add(say("结论：与上面这份旧记录一致，但它已不是现行的记录。请用现行的一份。", "Answer: the same as the record above, which no longer counts; use a paper of the one that does."));
        } else {
            out.add(say("结论：不一致，" + found.lines().size() + " 项中有 " + other + " 项不同。以记录为准，或请送件人说明。",
                "Answer: not the same, " + other + " of " + found.lines().size() + " digests differ; go by the record, or ask the sender."));
        }
        if (!missing.isEmpty() && !found.same()) {
            out.add(say("注意：记录里提到的 " + missing.size() + " 个文件不在这里（如 ", "Note: " + missing.size() + " files that the record names are not here (")
                + safe(missing.get(0)) + say("），含它们的摘要不会一致。", "); digests that cover them can't agree."));
        }
        return out;
    }

    String json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("same", verdict.filter(Verdict::same).isPresent());
        tree.put("known", verdict.isPresent());
        var code = new LinkedHashMap<String, Object>();
        code.put("form", paper.code().form());
        code.put("document", paper.code().document().toString());
        code.put("digest", paper.code().digest().hex());
        tree.put("paper", code);
        verdict.ifPresent(found -> {
            found.record().ifPresent(record -> tree.put("record", record.in(lang)));
            tree.put("counts", found.counts());
        });
        tree.put("missing", missing);
        tree.put("lines", verdict.map(Verdict::lines).orElse(List.of()).stream().map(this::tree).toList());
        return JSON.writeValueAsString(tree);
    }

    private Map<String, Object> tree(Line line) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("answer", line.answer().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        tree.put("name", line.name().in(lang));
        tree.put("paper", line.paper().map(Sha256::hex).orElse(null));
        tree.put("record", line.record().map(Sha256::hex).orElse(null));
        return tree;
    }

    private String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    /** Names come from strangers: nothing that steers a terminal. */
    private static String safe(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\u00B7");
    }
}
