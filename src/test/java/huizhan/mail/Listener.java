package huizhan.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that does what real ones do at their worst, and remembers each letter it has read to its last line. */
public final class Listener implements AutoCloseable {
    /** How it behaves from the next dialogue on. */
    public enum Mood { TAKES, HANGS_UP_AFTER_THE_LAST_LINE, KNOWS_NOBODY, IS_BUSY, SAYS_NO_TO_THE_LETTER }

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile Mood mood;
    private volatile int dialogues;

    private Listener(ServerSocket socket, Mood mood) {
        this.socket = socket;
        this.mood = mood;
        var thread = new Thread(this::listen, "mail-listener");
        thread.setDaemon(true);
        thread.start();
    }

    public static Listener in(Mood mood) {
        try {
            return new Listener(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), mood);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port on which nobody listens just now. */
    static int silentPort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    void is(Mood next) {
        mood = next;
    }

    public List<String> letters() {
        return letters;
    }

    int dialogues() {
        return dialogues;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                dialogues++;
                talk(line);
            } catch (IOException e) {
                // the other side or the test has closed
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        say(line, "220 listener");
        for (var said = in.readLine(); said != null; said = in.readLine()) {
            if (said.equals("DATA")) {
                say(line, "354 go on");
                letters.add(letter(in));
                if (mood == Mood.HANGS_UP_AFTER_THE_LAST_LINE) return;
                say(line, mood == Mood.SAYS_NO_TO_THE_LETTER ? "554 5.7.1 not this letter" : "250 taken");
            } else {
                say(line, reply(said));
            }
        }
    }

    private String reply(String said) {
        if (said.startsWith("RCPT")) return mood == Mood.KNOWS_NOBODY ? "550 5.1.1 no such mailbox" : mood == Mood.IS_BUSY ? "451 4.3.0 try later" : "250 fine";
        return said.startsWith("QUIT") ? "221 farewell" : "250 fine";
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) letter.append(line).append('\n');
        return letter.toString();
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
    }

    @Override public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
