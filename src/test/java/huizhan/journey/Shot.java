package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.organization.TestPeople.Person;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One picture of the guide.
 *
 * @param name what its file is called
 * @param who  empty for someone who is not signed in
 * @param then what is done on the page before the picture is taken, and {@code after} what is done so that the next finds nothing half done
 * @param part what of the page is shown, all that this selector finds; empty for the window as it is
 * @param most how high the picture may be, in CSS pixels
 */
record Shot(String name, Optional<Person> who, String path, Consumer<Page> then, String part, int most, Consumer<Page> after) {
    private static final int WINDOW = 768;

    static Shot of(String name, Person who, String path, String part) {
        return new Shot(name, Optional.of(who), path, page -> {}, part, WINDOW, page -> {});
    }

    static Shot ofNobody(String name, String path, String part) {
        return new Shot(name, Optional.empty(), path, page -> {}, part, WINDOW, page -> {});
    }

    Shot then(Consumer<Page> step) {
        return new Shot(name, who, path, step, part, most, after);
    }

    Shot atMost(int pixels) {
        return new Shot(name, who, path, then, part, pixels, after);
    }

    Shot after(Consumer<Page> step) {
        return new Shot(name, who, path, then, part, most, step);
    }
}
