package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant IN_THE_CALL = Instant.parse("2015-07-10T01:00:00Z");
    @TempDir Path temp;

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test void two_programs_never_open_one_folder_and_the_next_may_after_the_first() {
        try (var first = DataFolder.locked(temp.resolve("d"))) {
            assertThatThrownBy(() -> DataFolder.locked(temp.resolve("d"))).isInstanceOf(StartRefusal.class).hasMessageContaining("is using the data folder");
            assertThat(DataFolder.shared(first.root()).root()).isEqualTo(first.root());
        }
        DataFolder.locked(temp.resolve("d")).close();
    }

    @Test void a_new_folder_and_its_secret_are_its_owner_s_alone_and_the_secret_stays() throws IOException {
        byte[] secret;
        try (var folder = DataFolder.locked(temp.resolve("d"))) {
            secret = folder.secret();
            assertThat(secret).hasSize(32).isEqualTo(folder.secret());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root()))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key")))).isEqualTo("rw-------");
        }
        try (var folder = DataFolder.locked(temp.resolve("d"))) {
            assertThat(folder.secret()).isEqualTo(secret);
            Files.write(folder.resolve("secret.key"), new byte[31]);
            assertThatThrownBy(folder::secret).isInstanceOf(StartRefusal.class).hasMessageContaining("32 bytes");
        }
    }

    @Test void a_folder_that_can_not_be_made_is_refused_with_a_remedy() throws IOException {
        var file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.locked(file.resolve("d"))).isInstanceOf(StartRefusal.class).hasMessageContaining("--data");
        assertThatThrownBy(() -> DataFolder.shared(temp.resolve("none"))).isInstanceOf(StartRefusal.class).hasMessageContaining("no data folder");
    }

    @Test void without_a_wish_both_clocks_are_the_system_s() {
        try (var folder = DataFolder.locked(temp)) {
            var clocks = BusinessClock.of(folder, Optional.empty(), at(NOW));
            assertThat(clocks.moved()).isFalse();
            assertThat(clocks.business().instant()).isEqualTo(NOW);
        }
    }

    @Test void the_demo_clock_begins_where_it_is_told_and_never_runs_back() {
        try (var folder = DataFolder.locked(temp)) {
            var first = BusinessClock.of(folder, Optional.of(IN_THE_CALL), at(NOW));
            assertThat(first.moved()).isTrue();
            assertThat(first.business().instant()).isEqualTo(IN_THE_CALL);
            assertThat(first.system().instant()).isEqualTo(NOW);
            var later = BusinessClock.of(folder, Optional.of(IN_THE_CALL), at(NOW.plusSeconds(3600)));
            assertThat(later.business().instant()).as("an hour has passed").isEqualTo(IN_THE_CALL.plusSeconds(3600));
            var ahead = BusinessClock.of(folder, Optional.of(IN_THE_CALL.plus(Duration.ofDays(11))), at(NOW.plusSeconds(7200)));
            assertThat(ahead.business().instant()).isEqualTo(IN_THE_CALL.plus(Duration.ofDays(11)));
            var back = BusinessClock.of(folder, Optional.of(IN_THE_CALL), at(NOW.plusSeconds(7201)));
            assertThat(back.business().instant()).isEqualTo(IN_THE_CALL.plus(Duration.ofDays(11)).plusSeconds(1));
        }
    }

    @Test void a_demo_folder_is_no_real_one_and_a_real_one_no_demo_of_the_past() throws IOException {
        try (var folder = DataFolder.locked(temp.resolve("demo"))) {
            BusinessClock.of(folder, Optional.of(IN_THE_CALL), at(NOW));
            assertThatThrownBy(() -> BusinessClock.of(folder, Optional.empty(), at(NOW))).isInstanceOf(StartRefusal.class).hasMessageContaining("--demo-clock");
        }
        try (var folder = DataFolder.locked(temp.resolve("real"))) {
            Files.createFile(folder.database());
            assertThatThrownBy(() -> BusinessClock.of(folder, Optional.of(IN_THE_CALL), at(NOW))).isInstanceOf(StartRefusal.class).hasMessageContaining("run back");
            assertThat(BusinessClock.of(folder, Optional.of(NOW.plusSeconds(60)), at(NOW)).business().instant()).isEqualTo(NOW.plusSeconds(60));
        }
    }

    @Test void a_folder_keeps_the_zone_it_was_begun_with() throws Exception {
        try (var folder = DataFolder.locked(temp.resolve("z"))) {
            assertThat(DataFolder.zone(folder.root())).isEmpty();
            assertThat(folder.belongTo(Zone.RESTRICTED)).isEqualTo(Zone.RESTRICTED);
            assertThat(folder.belongTo(Zone.RESTRICTED)).isEqualTo(Zone.RESTRICTED);
            assertThatThrownBy(() -> folder.belongTo(Zone.OPEN)).isInstanceOf(StartRefusal.class).hasMessageContaining("belongs to the zone restricted");
            assertThat(DataFolder.zone(folder.root())).contains(Zone.RESTRICTED);
            Files.writeString(folder.resolve("zone"), "moon");
            assertThatThrownBy(() -> DataFolder.zone(folder.root())).isInstanceOf(StartRefusal.class);
        }
    }
}
