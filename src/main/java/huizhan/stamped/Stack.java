package huizhan.stamped;

import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All papers that are expected of a department.
 *
 * @param content what they are printed from: as it was signed off, or as it stands
 */
record Stack(Content content, Optional<SignOffs.Standing> signed, List<Standing> papers) {

    static Stack of(Content content, Optional<SignOffs.Standing> signed, List<Step> steps) {
        return new Stack(content, signed, Due.of(content).stream().map(each -> Standing.of(each, steps)).toList());
    }

    Optional<Standing> find(Paper paper) {
        return papers.stream().filter(each -> each.due().paper().equals(paper)).findFirst();
    }

    /**
     * How many are in which state.
     *
     * @param noScan     neither a scan nor an exception
     * @param noOriginal nothing is said of the original
     * @param here       stamped, still to be sent
     * @param excepted   papers with an exception on one side or both
     * @param overdue    originals promised for a day that has passed
     */
    record Figures(int expected, int scans, int noScan, int noOriginal, int here, int sent, int excepted, int overdue) {

        /** Whether nothing is left to do. */
        public boolean done() {
            return noScan + noOriginal + here + overdue == 0;
        }

        /** good, info or warn: a promise that was not kept is more than something still to do. */
        public String tone() {
            return done() ? "good" : overdue > 0 ? "warn" : "info";
        }
    }

    Figures figures(LocalDate today) {
        return new Figures(papers.size(), count(Standing::hasScan), count(each -> each.scan().equals("none")), count(each -> each.original().equals("none")),
            count(each -> each.original().equals("here")), count(each -> each.original().equals("sent")), count(Standing::isExcepted),
            count(each -> each.overdue(today)));
    }

    private int count(java.util.function.Predicate<Standing> what) {
        return (int) papers.stream().filter(what).count();
    }
}
