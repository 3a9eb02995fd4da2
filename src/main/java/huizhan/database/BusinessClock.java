package huizhan.database;

import huizhan.kernel.Clocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The business clock of a data folder. In the demo it is set to an instant and ticks on from there; its offset from the system
 * clock is kept in the folder, and it never runs back: a folder that has seen 15 July doesn't see 10 July again
 * (decisions, Two clocks).
 */
final class BusinessClock {
    private BusinessClock() {}

    /**
     * @param now the wished start of a demo clock; empty for the real time
     * @throws StartRefusal when the folder's clock and the wish don't go together
     */
    static Clocks of(DataFolder folder, Optional<Instant> now, Clock system) {
        var file = folder.resolve("clock");
        var kept = read(file);
        if (now.isEmpty()) {
            if (kept.isEmpty()) return new Clocks(system, system, false);
            throw new StartRefusal("数据文件夹 " + folder.root() + " 用的是演示时钟。请加上 --demo-clock，或换一个文件夹。",
                "The data folder " + folder.root() + " runs on a demo clock. Add --demo-clock, or use another folder.");
        }
        var wished = Duration.between(system.instant(), now.get());
        if (kept.isEmpty() && wished.isNegative() && Files.exists(folder.database())) {
            throw new StartRefusal("数据文件夹 " + folder.root() + " 已按真实时间使用，时钟不能倒退。演示请换一个空文件夹。",
                "The data folder " + folder.root() + " has been used with the real time, and its clock can't run back. Use an empty folder for the demo.");
        }
        var offset = kept.filter(known -> known.compareTo(wished) > 0).orElse(wished);
        write(file, offset);
        return new Clocks(Clock.offset(system, offset), system, true);
    }

    private static Optional<Duration> read(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Duration.ofMillis(Long.parseLong(Files.readString(file).strip())));
        } catch (NumberFormatException | IOException e) {
            throw new StartRefusal("文件 " + file + " 无法读取，应为一个毫秒数。", file + " can't be read: it should hold a number of milliseconds.");
        }
    }

    private static void write(Path file, Duration offset) {
        var draft = file.resolveSibling("clock.new");
        try {
            Files.writeString(draft, offset.toMillis() + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
