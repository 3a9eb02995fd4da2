package huizhan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** One jar, many verbs. A verb's class is loaded only when it is asked for, so that {@code count} starts nothing of the server. */
public final class Main {
    static final int FINE = 0;
    static final int NO = 1;
    static final int USAGE = 2;
    static final int FAULT = 3;

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != STAYS) {
            System.exit(code);
        }
    }

    /** The verb answered that it goes on in threads of its own. */
    public static final int STAYS = -1;

    /** Runs one verb and gives its exit code (contract: 0 fine, 1 the answer is no, 2 wrong usage, 3 a fault). */
    static int run(String... arguments) {
        var verbs = verbs();
        for (int words = Math.min(2, arguments.length); words > 0; words--) {
            var verb = verbs.get(String.join(" ", Arrays.copyOf(arguments, words)));
            if (verb != null) {
                if (words == 2 && arguments[1].equals("write") && FerryCommand.asked(arguments)) {
                    verb = FerryCommand::new;
                } else if (words == 2 && arguments[1].equals("write") && ServerDiscCommand.asked(arguments)) {
                    verb = ServerDiscCommand::new;
                }
                return run(verb.get(), Arrays.copyOfRange(arguments, words, arguments.length));
            }
        }
        System.err.println(arguments.length == 0 ? "huizhan: name a verb: " + String.join(", ", verbs.keySet())
                : "huizhan: there is no verb '" + arguments[0] + "'; there are " + String.join(", ", verbs.keySet()));
        return USAGE;
    }

    private static int run(Object verb, String[] arguments) {
        return new CommandLine(verb)
                .setUnmatchedOptionsArePositionalParams(verb instanceof BenchCommand)
                .setParameterExceptionHandler((wrong, given) -> {
                    System.err.println("huizhan: " + wrong.getMessage().lines().findFirst().orElse("wrong usage"));
                    return USAGE;
                })
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    System.err.println("huizhan: " + fault);
                    if (System.getProperty("huizhan.trace") != null) {
                        fault.printStackTrace();
                    }
                    return FAULT;
                })
                .execute(arguments);
    }

    private static Map<String, Supplier<Object>> verbs() {
        var verbs = new LinkedHashMap<String, Supplier<Object>>();
        verbs.put("demo", DemoCommand::new);
        verbs.put("serve", ServeCommand::new);
        verbs.put("check", huizhan.folder.CheckCommand::new);
        verbs.put("count", huizhan.folder.CountCommand::new);
        verbs.put("forms", huizhan.folder.FormsCommand::new);
        verbs.put("disc write", huizhan.folder.DiscWriteCommand::new);
        verbs.put("disc verify", huizhan.disc.DiscVerifyCommand::new);
        verbs.put("disc unseal", huizhan.disc.DiscUnsealCommand::new);
        verbs.put("disc import", DiscImportCommand::new);
        verbs.put("keys", () -> new huizhan.keys.KeysCommand(java.time.Clock.systemUTC()));
        verbs.put("kit write", KitWriteCommand::new);
        verbs.put("kit show", huizhan.kit.KitCommand::new);
        verbs.put("receipt check", ReceiptCheckCommand::new);
        verbs.put("audit", huizhan.audit.AuditCommand::new);
        verbs.put("admin", AdminCommand::new);
        verbs.put("bench", BenchCommand::new);
        verbs.put("defects", huizhan.demo.DefectsCommand::new);
        verbs.put("warm-up", WarmUpCommand::new);
        verbs.put("crowd", CrowdCommand::new);
        return verbs;
    }
}
