package huizhan.mail;

import huizhan.kernel.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter as a module writes it; the outbox puts both languages on one sheet, Chinese first (B1).
 *
 * @param body       plain text; where {@link #LINK} stands, what the reference leads to is put at the moment of sending
 * @param reference  what it is about, by which it can be found again; of a letter with a link whose kind a {@link LinkSource} knows
 * @param department the department it concerns
 */
public record Letter(Kind kind, Recipient to, Text subject, Text body, String reference, Optional<UUID> department) {
    /** Stands in the body in the place of a secret. */
    public static final String LINK = "⟦link⟧";

    /** What letters there are. */
    public enum Kind {
        INVITATION, PASSWORD, RECEIPT, RETURN, WAITING, REMINDER, ANSWER, DECISION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** To whom, as of now. */
    public record Recipient(Optional<UUID> account, String name, String address) {

        /** Without name and address. */
        @Override public String toString() {
            return "Recipient[" + account + "]";
        }
    }

    /** Without its words. */
    @Override public String toString() {
        return "Letter[" + kind + "]";
    }
}
