package huizhan.ferry;

import huizhan.kernel.Disclosure;
import huizhan.material.Achievement;
import huizhan.material.Material;

/** Whether a material says of everything in it that it is for the public; silence is no such word (A4). */
final class Openly {
    private Openly() {}

    static boolean all(Material material) {
        return material.achievements().stream().allMatch(each -> each.stub() || open(each))
            && material.overview().map(film -> film.disclosure().equals(Disclosure.PUBLIC.code())).orElse(true);
    }

    /** Whether every achievement and the film say one of the two. */
    static boolean told(Material material) {
        return material.achievements().stream().allMatch(each -> each.shownTo().isPresent())
            && material.overview().map(film -> Disclosure.of(film.disclosure()).isPresent()).orElse(true);
    }

    private static boolean open(Achievement each) {
        return each.disclosure().equals(Disclosure.PUBLIC.code());
    }
}
