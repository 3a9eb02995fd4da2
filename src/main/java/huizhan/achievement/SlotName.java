package huizhan.achievement;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A slot as the browser names it: {@code achievement:ID:picture}, {@code achievement:ID:attachment:KIND},
 * {@code achievement:ID:photo:OBJECT}.
 *
 * @param rest the attachment's kind or the photo's object, else empty
 */
record SlotName(UUID achievement, Slot slot, String rest) {
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM = Pattern.compile("achievement:(" + UUID_FORM + "):([a-z]+)(?::([a-z0-9-]{1,60}))?");

    static Optional<SlotName> of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        var rest = Optional.ofNullable(parts.group(3)).orElse("");
        return Slot.of(parts.group(2)).map(slot -> new SlotName(UUID.fromString(parts.group(1)), slot, rest)).filter(SlotName::whole);
    }

    private boolean whole() {
        return switch (slot) {
            case ATTACHMENT -> !rest.isEmpty();
            case PHOTO -> rest.matches(UUID_FORM);
            case PICTURE, VIDEO, FIGURE -> rest.isEmpty();
        };
    }

    Optional<UUID> object() {
        return slot == Slot.PHOTO ? Optional.of(UUID.fromString(rest)) : Optional.empty();
    }

    String kind() {
        return slot == Slot.ATTACHMENT ? rest : "";
    }

    @Override public String toString() {
        return "achievement:" + achievement + ":" + slot.code() + (rest.isEmpty() ? "" : ":" + rest);
    }
}
