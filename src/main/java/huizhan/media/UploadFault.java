package huizhan.media;

/** The one table of what an upload can be told: status (tus 1.0 and RFC 9110) and the key of its text in {@code media.properties}. */
enum UploadFault {
    BAD_REQUEST(400, "malformed"),
    NO_LENGTH(400, "no-length"),
    NO_SLOT(400, "no-slot"),
    BAD_CHECKSUM_HEADER(400, "bad-checksum-header"),
    UNKNOWN(404, "unknown"),
    WRONG_METHOD(405, "wrong-method"),
    WRONG_OFFSET(409, "wrong-offset"),
    COMPLETE(409, "complete"),
    EXPIRED(410, "expired"),
    WRONG_VERSION(412, "wrong-version"),
    TOO_LARGE(413, "too-large"),
    BEYOND_LENGTH(413, "beyond-length"),
    WRONG_TYPE(415, "wrong-type"),
    REFUSED(422, "refused"),
    SUPERSEDED(423, "superseded"),
    CHECKSUM_MISMATCH(460, "checksum-mismatch"),
    STORE_FAILED(500, "store-failed"),
    BUSY(503, "busy"),
    HELD(503, "held"),
    NO_SPACE(507, "no-space");

    private final int status;
    private final String key;

    UploadFault(int status, String key) {
        this.status = status;
        this.key = "media.fault." + key;
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }
}
