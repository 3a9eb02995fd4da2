package huizhan.web;

import huizhan.kernel.Clocks;
import huizhan.kernel.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the shell is made of, the same for every request. Menus and call are fetched with the first page, not while filters are made. */
record ShellParts(
    Zone zone, Clocks clocks, Texts texts, Assets assets,
    Supplier<List<Menu>> menus, Supplier<Optional<ShellCall>> call, Supplier<List<HomeNotice.Source>> news) {}
