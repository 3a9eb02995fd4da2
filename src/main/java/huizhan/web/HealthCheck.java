package huizhan.web;

import java.util.function.BooleanSupplier;

/** Something that must work before the server may say that it is ready. */
public interface HealthCheck {

    /** A short word for the answer of {@code /health}: {@code database}. */
    String name();

    /** Whether it works now; an exception counts as no. */
    boolean ready();

    /** Whether the server isn't ready without it; else the answer only tells of it. */
    default boolean needed() {
        return true;
    }

    /** Whether the answer tells of it at all. */
    default boolean told() {
        return true;
    }

    /** Something without which the server works on. */
    static HealthCheck besides(String name, boolean told, BooleanSupplier works) {
        return new HealthCheck() {
            @Override public String name() {
                return name;
            }

            @Override public boolean ready() {
                return works.getAsBoolean();
            }

            @Override public boolean needed() {
                return false;
            }

            @Override public boolean told() {
                return told;
            }
        };
    }
}
