package huizhan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code defects --out DIR}: the studio's folders for scripts and the guide, {@code good}, {@code part}, {@code stub}, {@code forms} and one
 * for each case, with {@code cases.csv} that says what a check finds in each ({@code name,rule,severity,zone}).
 */
@Command(name = "defects", hidden = true, description = "生成示例材料与缺陷材料 / makes good and faulty folders of material", mixinStandardHelpOptions = true)
public final class DefectsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "放在哪里 / where to")
    private Path out = Path.of("defects");

    @Override public Integer call() throws IOException {
        Files.createDirectories(out);
        var studio = new MaterialStudio(out.resolve(".masters"));
        studio.good(out.resolve("good"));
        studio.part(out.resolve("part"));
        studio.stub(out.resolve("stub"));
        studio.forms(out.resolve("forms"));
        var lines = new ArrayList<String>();
        lines.add("name,rule,severity,zone");
        for (var each : studio.cases()) {
            each.making().write(out.resolve(each.name()));
            lines.add(String.join(",", each.name(), each.rule(), each.severity(), each.zone()));
        }
        Files.write(out.resolve("cases.csv"), lines);
        spec.commandLine().getOut().println(out.resolve("cases.csv"));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
