package huizhan.audit;

/**
 * A detail that names or describes a person. It never stands in the trail itself, only as HMAC-SHA-256 under its record's key:
 * whoever holds the value can prove that it was this one, until the key is destroyed.
 */
public record Personal(String value) {

    @Override public String toString() {
        return "Personal";
    }
}
