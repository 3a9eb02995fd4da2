package huizhan.media;

import static huizhan.media.TusCalls.BYTES;
import static huizhan.media.TusCalls.base64;
import static huizhan.media.TusCalls.noise;
import static huizhan.media.TusCalls.number;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, request by request (B5, tus 1.0). */
class TusTest {
    private static final byte[] NOTHING = new byte[0];
    private TusServer server;
    private TusCalls calls;

    @BeforeEach void start(@TempDir Path data) throws Exception {
        server = new TusServer(data);
        calls = new TusCalls(server.port());
    }

    @AfterEach void stop() throws Exception {
        server.close();
    }

    @Test void options_tells_version_extensions_limit_and_algorithms() throws Exception {
        var answer = calls.send("OPTIONS", "/files", NOTHING);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Extension"))
            .contains("creation,creation-with-upload,expiration,checksum,termination");
        assertThat(answer.headers().firstValue("Tus-Max-Size")).contains("4294965248");
        assertThat(answer.headers().firstValue("Tus-Checksum-Algorithm")).contains("sha1,sha256");
    }

    @Test void a_file_in_two_pieces_arrives_under_its_digest_at_its_place() throws Exception {
        var bytes = noise(3_000_000, 1);
        var created = calls.create(bytes.length, "成果 照片.bin");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Upload-Expires")).contains("Fri, 17 Jul 2015 01:00:00 GMT");
        var path = created.headers().firstValue("Location").orElseThrow();
        assertThat(path).matches("/files/[0-9a-f]{64}");
        var first = calls.patch(path, 0, Arrays.copyOf(bytes, 1_000_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(number(first, "Upload-Offset")).isEqualTo(1_000_000);
        assertThat(calls.offset(path)).isEqualTo(1_000_000);
        var second = calls.patch(path, 1_000_000, Arrays.copyOfRange(bytes, 1_000_000, bytes.length));
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(number(second, "Upload-Offset")).isEqualTo(3_000_000);
        assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
        assertThat(server.arrived).containsExactly("box:1 成果 照片.bin 3000000");
        assertThat(server.planned).hasSize(1);
        assertThat(server.data().resolve("uploads")).isEmptyDirectory();
    }

    @Test void the_verdict_is_there_with_the_last_byte() throws Exception {
        var bytes = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);
        var path = calls.create(bytes.length, "照片.jpg").headers().firstValue("Location").orElseThrow();
        assertThat(calls.send("GET", path + "/verdict", NOTHING).body()).contains("\"state\":\"receiving\"", "\"offset\":0");
        calls.patch(path, 0, bytes);
        var verdict = calls.send("GET", path + "/verdict", NOTHING, "X-Lang", "zh").body();
        assertThat(verdict).contains("\"state\":\"stored\"", "\"deep\":\"pending\"", "\"sha256\":\"" + Sha256.of(bytes) + "\"",
            "\"level\":\"bad\"", "这个文件的内容不是图片");
    }

    @Test void head_of_a_finished_upload_tells_its_whole_length_and_metadata() throws Exception {
        var path = calls.begun(4);
        calls.patch(path, 0, noise(4, 2));
        var head = calls.tus("HEAD", path, NOTHING);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(number(head, "Upload-Offset")).isEqualTo(4);
        assertThat(number(head, "Upload-Length")).isEqualTo(4);
        assertThat(head.headers().firstValue("Upload-Metadata")).contains("filename YS5iaW4=,slot Ym94OjE=");
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test void whoever_looks_on_while_the_last_byte_arrives_changes_nothing() throws Exception {
        var bytes = noise(200_000, 4);
        for (var round = 0; round < 30; round++) {
            var path = calls.begun(bytes.length);
            var looking = new AtomicBoolean(true);
            var onlooker = new FutureTask<Void>(() -> {
                while (looking.get()) {
                    calls.send("GET", path + "/verdict", NOTHING);
                }
                return null;
            });
            new Thread(onlooker).start();
            assertThat(calls.patch(path, 0, bytes).statusCode()).isEqualTo(204);
            looking.set(false);
            onlooker.get(20, TimeUnit.SECONDS);
            assertThat(calls.send("GET", path + "/verdict", NOTHING).body()).contains("\"state\":\"stored\"");
            assertThat(calls.tus("DELETE", path, NOTHING).statusCode()).isEqualTo(UploadFault.COMPLETE.status());
            assertThat(calls.offset(path)).isEqualTo(bytes.length);
        }
    }

    @Test void an_empty_file_is_complete_when_it_is_created() throws Exception {
        var path = calls.begun(0);
        assertThat(calls.offset(path)).isZero();
        assertThat(server.arrived).containsExactly("box:1 a.bin 0");
    }

    @Test void creation_may_bring_bytes() throws Exception {
        var bytes = noise(5000, 3);
        var answer = calls.tus("POST", "/files", bytes, "Upload-Length", "5000", "Content-Type", BYTES,
            "Upload-Metadata", "slot " + base64("box:1".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(number(answer, "Upload-Offset")).isEqualTo(5000);
        assertThat(server.arrived).containsExactly("box:1 file 5000");
    }

    @Test void a_wrong_offset_is_409_and_changes_nothing() throws Exception {
        var path = calls.begun(100);
        calls.patch(path, 0, noise(10, 4));
        assertThat(calls.patch(path, 9, noise(10, 4)).statusCode()).isEqualTo(409);
        assertThat(calls.patch(path, 11, noise(10, 4)).statusCode()).isEqualTo(409);
        assertThat(calls.offset(path)).isEqualTo(10);
    }

    @Test void another_protocol_version_is_412_and_told_ours() throws Exception {
        var answer = calls.send("HEAD", calls.begun(1), NOTHING, "Tus-Resumable", "0.2.2");
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(calls.send("POST", "/files", NOTHING, "Upload-Length", "1").statusCode()).isEqualTo(412);
    }

    @Test void another_content_type_is_415() throws Exception {
        var path = calls.begun(1);
        assertThat(calls.tus("PATCH", path, noise(1, 5), "Upload-Offset", "0", "Content-Type", "image/jpeg").statusCode()).isEqualTo(415);
        assertThat(calls.tus("PATCH", path, noise(1, 5), "Upload-Offset", "0").statusCode()).isEqualTo(415);
    }

    @Test void a_piece_whose_checksum_fails_is_460_and_dropped() throws Exception {
        var bytes = noise(2_500_000, 6);
        var path = calls.begun(bytes.length);
        var right = base64(MessageDigest.getInstance("SHA-1").digest(bytes));
        var wrong = base64(MessageDigest.getInstance("SHA-1").digest(NOTHING));
        assertThat(calls.patch(path, 0, bytes, "Upload-Checksum", "sha1 " + wrong).statusCode()).isEqualTo(460);
        assertThat(calls.offset(path)).isZero();
        assertThat(calls.patch(path, 0, bytes, "Upload-Checksum", "sha1 " + right).statusCode()).isEqualTo(204);
        assertThat(server.store.masters().path(Sha256.of(bytes))).hasBinaryContent(bytes);
    }

    @Test void a_sha256_checksum_is_known_and_an_unknown_one_is_400() throws Exception {
        var bytes = noise(7, 7);
        var path = calls.begun(14);
        var sha256 = base64(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(calls.patch(path, 0, bytes, "Upload-Checksum", "sha256 " + sha256).statusCode()).isEqualTo(204);
        assertThat(calls.patch(path, 7, bytes, "Upload-Checksum", "md5 " + sha256).statusCode()).isEqualTo(400);
        assertThat(calls.patch(path, 7, bytes, "Upload-Checksum", "sha256 ***").statusCode()).isEqualTo(400);
        assertThat(calls.offset(path)).isEqualTo(7);
    }

    @Test void the_largest_file_may_begin_and_one_byte_more_is_413_before_its_first_byte() throws Exception {
        assertThat(calls.create(4_294_965_248L, "a.mp4").statusCode()).isEqualTo(201);
        var answer = calls.create(4_294_965_249L, "a.mp4", "X-Lang", "zh");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("请用较低的码率重新导出");
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Length", "99999999999999999999999",
            "Upload-Metadata", "slot Ym94OjE=").statusCode()).isEqualTo(413);
    }

    @Test void more_bytes_than_announced_are_413() throws Exception {
        var path = calls.begun(10);
        assertThat(calls.patch(path, 0, noise(11, 8)).statusCode()).isEqualTo(413);
        assertThat(calls.offset(path)).isZero();
    }

    @Test void a_foreign_upload_looks_like_none() throws Exception {
        var path = calls.begun(10);
        for (var method : new String[] {"HEAD", "DELETE"}) {
            assertThat(calls.tus(method, path, NOTHING, "X-Account", "bert").statusCode()).isEqualTo(404);
        }
        assertThat(calls.patch(path, 0, noise(1, 9), "X-Account", "bert").statusCode()).isEqualTo(404);
        assertThat(calls.send("GET", path + "/verdict", NOTHING, "X-Account", "bert").statusCode()).isEqualTo(404);
        assertThat(calls.tus("HEAD", "/files/" + "0".repeat(64), NOTHING).statusCode()).isEqualTo(404);
        assertThat(calls.tus("HEAD", "/files/..%2f..%2fhuizhan.db", NOTHING).statusCode()).isIn(400, 404);
        assertThat(calls.offset(path)).isZero();
    }

    @Test void a_full_disk_is_507_and_keeps_what_came() throws Exception {
        var path = calls.begun(10_000);
        calls.patch(path, 0, noise(4000, 11));
        server.free.set(1000 + 5999);
        assertThat(calls.patch(path, 4000, noise(6000, 12)).statusCode()).isEqualTo(507);
        assertThat(calls.create(6000, "b.bin").statusCode()).isEqualTo(507);
        assertThat(calls.offset(path)).isEqualTo(4000);
        server.free.set(1000 + 6000);
        assertThat(calls.patch(path, 4000, noise(6000, 12)).statusCode()).isEqualTo(204);
    }

    @Test void a_proxy_that_lets_only_post_through_is_served() throws Exception {
        var path = calls.begun(5);
        var answer = calls.tus("POST", path, noise(5, 14), "X-HTTP-Method-Override", "PATCH", "Content-Type", BYTES, "Upload-Offset", "0");
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test void a_target_refuses_in_its_own_words_and_an_unknown_slot_is_404() throws Exception {
        var refused = calls.create(5, "a.exe");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("No programs.");
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Length", "1", "Upload-Metadata", "slot " + base64("other".getBytes(
            StandardCharsets.UTF_8))).statusCode()).isEqualTo(404);
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Length", "1").statusCode()).isEqualTo(400);
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Metadata", "slot Ym94OjE=").statusCode()).isEqualTo(400);
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Length", "-1", "Upload-Metadata", "slot Ym94OjE=").statusCode()).isEqualTo(400);
        assertThat(calls.tus("POST", "/files", NOTHING, "Upload-Length", "1", "Upload-Metadata", "slot ***").statusCode()).isEqualTo(400);
        assertThat(calls.tus("PUT", "/files", NOTHING).statusCode()).isEqualTo(405);
    }
}
