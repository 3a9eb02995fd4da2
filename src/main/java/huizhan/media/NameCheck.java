package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;

/** What a file's name alone says against it, wherever it is to go (A4); the module that knows the words answers. */
@FunctionalInterface
public interface NameCheck {

    /** Why no file of this name may come, and what to do. A refusal is in the trail, without the name. */
    Optional<Text> refusal(Actor me, String slot, String filename);
}
