package huizhan.organization;

import huizhan.kernel.Actor;

/** The seam by which a unit's new way to its department is told; in the transaction in which it changes (B7). */
public interface UnitMoved {

    /** @param unit as it is now */
    void moved(Actor by, Unit unit);
}
