package huizhan.achievement;

import huizhan.kernel.Lang;
import huizhan.opening.exceptions.Remark;
import huizhan.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is missing, in words, by section of the page, each with the place to mend it (B6). */
record Checklist(List<Group> groups, int errors, int warnings) {

    /** @param anchor the section's id on the page */
    record Group(String anchor, String title, List<Item> items, int errors, int warnings) {

        public String getKind() {
            return errors > 0 ? "bad" : warnings > 0 ? "warn" : "good";
        }

        public int getCount() {
            return errors + warnings;
        }
    }

    /**
     * @param kind      bad or warn
     * @param exception what is said of an exception beside it
     */
    record Item(String kind, String place, String message, String remedy, String rule, Remark exception) {}

    /**
     * @param sections the page's sections in order, anchor and title
     * @param place    where a finding is mended: section's anchor and element's id
     * @param beside   what is said of an exception beside it
     */
    static Checklist of(List<Finding> findings, Map<String, String> sections, Function<Finding, Place> place,
            Function<Finding, Remark> beside, Lang lang) {
        var groups = new ArrayList<Group>();
        var places = findings.stream().collect(Collectors.groupingBy(each -> place.apply(each).section()));
        sections.forEach((anchor, title) -> {
            var own = places.getOrDefault(anchor, List.of());
            var items = own.stream().map(each -> new Item(each.stops() ? "bad" : "warn", place.apply(each).element(), each.message(lang),
                each.remedy(lang), each.rule(), beside.apply(each))).toList();
            int errors = (int) own.stream().filter(Finding::stops).count();
            groups.add(new Group(anchor, title, items, errors, own.size() - errors));
        });
        int errors = (int) findings.stream().filter(Finding::stops).count();
        return new Checklist(groups, errors, findings.size() - errors);
    }

    /** A place on the page. */
    record Place(String section, String element) {}
}
