package huizhan.organization;

import huizhan.kernel.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A recommending department (推荐部门) as it is called on the day asked for.
 *
 * @param code its short sign, on receipts and parcels: the administrative division's number, or a letter and two digits
 * @param grouping province, planned-city, sub-provincial-city, corps, ministry, special, direct, office, institution, bureau, other
 * @param validTo the first day on which it no longer is
 * @param successor the code of the body that took over
 * @param active whether it takes part
 */
public record Department(UUID id, String code, Text name, String grouping, LocalDate validFrom, Optional<LocalDate> validTo,
        Optional<String> successor, boolean active, int version) {

    /** Whether it takes part and is there on the day. */
    public boolean takesPartOn(LocalDate day) {
        return active && !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }
}
