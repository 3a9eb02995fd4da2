package huizhan;

import huizhan.database.StartRefusal;
import huizhan.kernel.Zone;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a server is to be started.
 *
 * @param port 0 for any free one
 * @param host the address to listen on
 * @param now where the demo clock begins; empty for the real time
 * @param more settings by name, as they stand in a configuration file
 */
public record ServeOptions(int port, String host, Path data, Zone zone, Optional<Path> config, Optional<Instant> now,
        Optional<Path> tlsCert, Optional<Path> tlsKey, boolean behindProxy, Map<String, String> more) {

    public ServeOptions {
        more = Map.copyOf(more);
    }

    /** The same in another zone. */
    public ServeOptions in(Zone other) {
        return new ServeOptions(port, host, data, other, config, now, tlsCert, tlsKey, behindProxy, more);
    }

    /** On loopback, open zone, real time. */
    public static ServeOptions local(int port, Path data) {
        return new ServeOptions(port, "127.0.0.1", data, Zone.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());
    }

    /** The same on another port. */
    ServeOptions on(int other) {
        return new ServeOptions(other, host, data, zone, config, now, tlsCert, tlsKey, behindProxy, more);
    }

    /** The same with a demo clock. */
    public ServeOptions at(Instant demoNow) {
        return new ServeOptions(port, host, data, zone, config, Optional.of(demoNow), tlsCert, tlsKey, behindProxy, more);
    }

    /** The same with one setting more. */
    public ServeOptions with(String name, String value) {
        var all = new HashMap<>(more);
        all.put(name, value);
        return new ServeOptions(port, host, data, zone, config, now, tlsCert, tlsKey, behindProxy, all);
    }

    boolean tls() {
        return tlsCert.isPresent();
    }

    /**
     * Passwords and cookies never cross a wire in the clear.
     *
     * @throws StartRefusal when they would
     */
    void requireSafe() {
        if (tlsCert.isPresent() != tlsKey.isPresent()) {
            throw new StartRefusal("--tls-cert 与 --tls-key 要一起给出。", "--tls-cert and --tls-key go together.");
        }
        if (zone == Zone.DESK && (behindProxy || !isLoopback())) {
            throw new StartRefusal("本机工作台只在本机使用，不能监听 " + host + "，也不能在代理之后。请去掉 --host 和 --behind-proxy。",
                "A desk serves its own machine alone: neither on " + host + " nor behind a proxy. Leave out --host and --behind-proxy.");
        }
        if (!tls() && !behindProxy && !isLoopback()) {
            throw new StartRefusal("监听 " + host + " 需要加密：请给出 --tls-cert 和 --tls-key，或在反向代理之后使用 --behind-proxy。",
                "Listening on " + host + " needs encryption: give --tls-cert and --tls-key, or --behind-proxy behind a reverse proxy.");
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartRefusal("不认识的地址 " + host + "。", "There is no address " + host + ".");
        }
    }
}
