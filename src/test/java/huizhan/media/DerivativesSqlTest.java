package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.EachDatabase;
import huizhan.database.TestDatabase;
import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DerivativesSqlTest {
    private static final Sha256 CONTENT = Sha256.of("content");
    @TempDir
    Path folder;

    private Derivatives derivatives(TestDatabase db) {
        return new Derivatives(folder, new MediaSql(db.client()), new TransactionTemplate(new JdbcTransactionManager(db.database().dataSource())), Clock.systemUTC());
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static boolean made(Path target) throws IOException {
        Files.writeString(target, "small");
        return true;
    }

    @EachDatabase void a_copy_is_made_once(TestDatabase db) throws IOException {
        var file = new StoredFile(UUID.randomUUID(), CONTENT, 7, "a.jpg", new FileFacts("a.jpg", 7, Optional.of(CONTENT), Optional.empty(), Optional.empty()));
        db.write(() -> new MediaSql(db.client()).insert(file, new UUID(0, 1), Instant.EPOCH));
        var copies = derivatives(db);
        assertThat(copies.need(CONTENT, Derivative.THUMB, DerivativesSqlTest::made)).isTrue();
        assertThat(copies.need(CONTENT, Derivative.THUMB, target -> false)).isTrue();
        assertThat(copies.find(CONTENT, Derivative.THUMB)).isPresent();
    }

    @EachDatabase void a_copy_of_what_was_removed_while_it_was_made_goes_too(TestDatabase db) throws IOException {
        var copies = derivatives(db);
        assertThat(copies.need(CONTENT, Derivative.THUMB, DerivativesSqlTest::made)).isFalse();
        assertThat(copies.find(CONTENT, Derivative.THUMB)).isEmpty();
        assertThat(files()).isZero();
    }
}
