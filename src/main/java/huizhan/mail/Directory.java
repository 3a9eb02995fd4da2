package huizhan.mail;

import huizhan.kernel.Text;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is who; the organization answers, which itself writes letters. */
public interface Directory {

    /** All departments by id. */
    Map<UUID, Text> departments();

    /** What a person is called. */
    Optional<String> person(UUID account);
}
