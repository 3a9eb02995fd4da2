package huizhan.disc;

import java.util.ArrayList;
import java.util.List;

/** Collects defects of an image; a hostile one has millions, and the first thousand say enough. */
final class Findings {
    private static final int MOST = 1_000;
    private final List<Defect> defects = new ArrayList<>();

    void add(Defect defect) {
        if (defects.size() < MOST) {
            defects.add(defect);
        } else if (defects.size() == MOST) {
            defects.add(DefectKind.LIMIT.at(defect.place(), MOST + " defects"));
        }
    }

    /** Whether what follows would not be told any more, so that reading on is in vain. */
    boolean full() {
        return defects.size() > MOST;
    }

    List<Defect> all() {
        return defects;
    }

    /** How a place in an image is written: sector, and byte in it. */
    static String place(long offset) {
        return "sector " + offset / IsoLayout.SECTOR + " + " + offset % IsoLayout.SECTOR;
    }
}
