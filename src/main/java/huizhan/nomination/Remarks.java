package huizhan.nomination;

import huizhan.kernel.Lang;
import huizhan.opening.exceptions.Beside;
import huizhan.opening.exceptions.Remark;
import huizhan.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The findings of a nomination as a checklist in words: first the nomination itself, then each line, each with the way to its place (B6). */
record Remarks(List<Group> groups) {
    private static final Set<String> SECTIONS = Set.of("pictures", "video", "objects", "attachments", "statement");

    /** @param rank 0 for the nomination itself */
    record Group(int rank, String name, List<Item> items) {
        public long errors() {
            return items.stream().filter(each -> each.kind().equals("bad")).count();
        }
    }

    /**
     * @param href      where one click leads; an anchor on this page, or another page's
     * @param exception what is said of an exception beside it
     */
    record Item(String kind, String text, String remedy, String href, Remark exception) {}

    public long errors() {
        return groups.stream().mapToLong(Group::errors).sum();
    }

    public long warnings() {
        return groups.stream().mapToLong(group -> group.items().size()).sum() - errors();
    }

    public boolean none() {
        return groups.isEmpty();
    }

    static Remarks of(List<Finding> findings, Content content, Beside beside, Lang lang) {
        var names = new LinkedHashMap<String, huizhan.material.Achievement>();
        content.material().achievements().forEach(each -> names.put(each.folder(), each));
        Map<String, List<Item>> byFolder = new LinkedHashMap<>();
        for (var finding : findings) {
            var achievement = names.get(finding.place().folder());
            byFolder.computeIfAbsent(finding.place().folder(), key -> new ArrayList<>()).add(new Item(finding.stops() ? "bad" : "warn",
                finding.message(lang), finding.remedy(lang), achievement == null ? anchor(finding) : page(achievement.id().orElseThrow(), finding),
                beside.of(finding, content.material(), achievement == null ? "/nomination/exceptions" : "/achievements/" + achievement.id().orElseThrow() + "/exceptions")));
        }
        for (var rank : content.waiting()) {
            byFolder.computeIfAbsent("", key -> new ArrayList<>()).add(new Item("bad", lang == Lang.ZH ? "第 %d 项不在本部门，等重新提交或转交。".formatted(rank)
                : "No. %d is not with the department.".formatted(rank), lang == Lang.ZH ? "请等单位重新提交、归口单位转交，或移出名单。" : "Wait until it is handed over or passed on again, or take it off the list.", "#s-list", Remark.NONE));
        }
        return new Remarks(byFolder.entrySet().stream().map(entry -> {
            var achievement = names.get(entry.getKey());
            return new Group(achievement == null ? 0 : achievement.rank().orElse(0), achievement == null ? "" : achievement.name(), entry.getValue());
        }).toList());
    }

    private static String anchor(Finding finding) {
        var slot = finding.place().slot();
        return slot.startsWith("department.") ? "#f-" + slot.substring("department.".length()) : "#s-" + slot;
    }

    private static String page(UUID achievement, Finding finding) {
        var slot = finding.place().slot();
        return "/achievements/" + achievement + (SECTIONS.contains(slot) ? "#s-" : "#f-") + slot;
    }
}
