package huizhan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.ServeCommand;
import huizhan.ServeOptions;
import huizhan.Server;
import huizhan.kernel.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class ServeTest {
    @TempDir Path temp;

    private String refused(String... words) {
        var err = new StringWriter();
        var line = new CommandLine(new ServeCommand()).setErr(new PrintWriter(err, true));
        assertThat(line.execute(words)).isEqualTo(2);
        return err.toString();
    }

    @Test void what_can_not_be_started_safely_is_refused_in_one_line_before_anything_is_made() {
        var data = temp.resolve("d").toString();
        assertThat(refused("--data", data, "--host", "0.0.0.0")).contains("--tls-cert", "--behind-proxy").hasLineCount(1);
        assertThat(refused("--data", data, "--tls-cert", "x.pem")).contains("--tls-key");
        assertThat(refused("--data", data, "--now", "2015-07-10T09:00+08:00")).contains("--demo-clock");
        assertThat(refused("--data", data, "--now", "yesterday", "--demo-clock")).contains("2015-07-10T09:00+08:00");
        assertThat(refused("--data", data, "--zone", "moon", "--lang", "en")).isEqualTo("--zone is open, restricted or desk, not moon." + System.lineSeparator());
        assertThat(temp.resolve("d")).doesNotExist();
    }

    @Test void one_time_codes_are_switched_off_only_with_the_demo_clock_and_a_busy_folder_is_named() {
        assertThat(refused("--port", "0", "--data", temp.resolve("a").toString(), "--set", "huizhan.totp=off")).contains("--demo-clock");
        assertThat(refused("--port", "0", "--data", temp.resolve("a").toString(), "--set", "huizhan.passwords=quick")).contains("--demo-clock");
        try (var server = TestServer.real()) {
            assertThat(refused("--port", "0", "--data", server.folder().toString())).contains("正被另一个荟展程序使用");
        }
    }

    @Test void an_address_in_a_header_is_believed_only_behind_a_proxy() {
        try (var server = TestServer.real()) {
            assertThat(addressOfAFailure(server, server.browser(), "203.0.113.9")).isEqualTo("127.0.0.1");
            assertThat(server.browser().get("/sign-in", "X-Forwarded-Proto", "https").raw().headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
        try (var server = TestServer.start(options -> new ServeOptions(options.port(), options.host(), options.data(), options.zone(), options.config(),
                options.now(), options.tlsCert(), options.tlsKey(), true, options.more()))) {
            assertThat(addressOfAFailure(server, server.browser(), "203.0.113.9")).isEqualTo("203.0.113.9");
            assertThat(server.browser().get("/sign-in", "X-Forwarded-Proto", "https").raw().headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    private static String addressOfAFailure(TestServer server, TestBrowser browser, String claimed) {
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("username", "nobody", "password", "nothing at all"), "X-Forwarded-For", claimed);
        return server.get(JdbcClient.class).sql("select address from audit_entry where what = 'sign-in.refused'").query(String.class).single();
    }

    @Test void with_a_certificate_it_speaks_tls_and_nothing_below_1_2() throws Exception {
        var pems = selfSigned();
        var options = ServeOptions.local(0, temp.resolve("tls"));
        var running = Server.start(new ServeOptions(0, "127.0.0.1", options.data(), options.zone(), Optional.empty(), Optional.empty(),
            Optional.of(pems.get(0)), Optional.of(pems.get(1)), false, Map.of()));
        try {
            assertThat(running.address()).startsWith("https://");
            var client = HttpClient.newBuilder().sslContext(trusting(pems.get(2))).build();
            var answer = client.send(HttpRequest.newBuilder(URI.create(running.address().replace("127.0.0.1", "localhost") + "/sign-in")).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        } finally {
            running.stop();
        }
    }

    private List<Path> selfSigned() throws Exception {
        var store = temp.resolve("key.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "k", "-keyalg", "RSA",
            "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit")
            .redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        var cert = pem("cert.pem", "CERTIFICATE", keys.getCertificate("k").getEncoded());
        var key = pem("key.pem", "PRIVATE KEY", keys.getKey("k", "changeit".toCharArray()).getEncoded());
        return List.of(cert, key, store);
    }

    private Path pem(String name, String kind, byte[] bytes) throws java.io.IOException {
        return Files.writeString(temp.resolve(name), "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
            + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(Path store) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("k", (X509Certificate) KeyStore.getInstance(store.toFile(), "changeit".toCharArray()).getCertificate("k"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test void a_person_s_work_is_there_after_a_restart_and_sessions_too() {
        var data = temp.resolve("again");
        var first = Server.start(ServeOptions.local(0, data));
        var link = first.get(SetUp.class).begin(List.of("甲", "乙", "丙")).orElseThrow().get(Role.SYSADMIN);
        first.stop();
        var second = Server.start(ServeOptions.local(0, data));
        try {
            assertThat(second.get(Invitations.class).open(link.token())).isPresent();
            assertThat(second.get(SetUp.class).isOpen()).isFalse();
        } finally {
            second.stop();
        }
    }
}
