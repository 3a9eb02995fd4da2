package huizhan.material;

/** A separate sheet (可另附纸); its kind is one of the call's {@code attachments}. */
public record Attachment(String kind, String file) {}
