package huizhan.database;

/** The two database engines; the same statements run on both. */
public enum Engine {
    SQLITE, POSTGRESQL;

    String migrations() {
        return "classpath:db/migration/" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
