package huizhan.web;

/** Something that must work before the server may say that it is ready. */
public interface HealthCheck {

    /** A short word for the answer of {@code /health}: {@code database}. */
    String name();

    /** Whether it works now; an exception counts as no. */
    boolean ready();
}
