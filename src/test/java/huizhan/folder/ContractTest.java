package huizhan.folder;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Call;
import huizhan.demo.MaterialCase;
import huizhan.demo.MaterialStudio;
import huizhan.media.Verdicts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of rules of the contract, held against what {@code check --json} says of the studio's folders. */
class ContractTest {
    /** Copied from the contract, not from the code. */
    private static final List<String> IDS = List.of("A1.kind", "A1.sections", "A2.direction", "A3.limit", "A3.order", "A4.disclosure", "A4.zone",
            "A4.mark", "A4.opinion", "A5.length", "A8.length", "A6.count", "A6.size", "A6.size-note", "A6.image", "A6.extension", "A6.pixels",
            "A6.upscaled", "A6.padded", "A6.duplicate", "A6.caption", "A7.required", "A7.field", "A7.country", "A7.nature", "A9.object", "A9.photo",
            "A9.box", "A10.video", "A10.duration", "A10.definition", "A10.overview", "A10.missing", "A10.box", "A10.sound", "A11.required",
            "A11.forms", "A11.head", "A12.file", "A12.unnamed", "form.read", "form.disagree");

    /** The folders share their pictures and films; what is the same file to the last byte is decoded once. */
    private static final Verdicts VERDICTS = new Verdicts();

    @TempDir
    static Path workshop;

    static Stream<MaterialCase> cases() {
        return new MaterialStudio(workshop.resolve("masters")).cases().stream();
    }

    @Test void each_rule_of_the_contract_has_a_folder_that_breaks_it_and_one_at_the_other_side() {
        var broken = cases().map(MaterialCase::rule).collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).containsAll(IDS);
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases")
    void a_folder_breaks_its_own_rule_and_no_other(MaterialCase each) throws IOException {
        var folder = workshop.resolve(each.name());
        each.making().write(folder);
        var options = each.zone().isEmpty() ? List.<String>of() : List.of("--zone", each.zone());
        var answer = check(folder, options);
        assertThat(answer.found()).isEqualTo(each.clean() ? Set.of() : Set.of(each.rule() + " " + each.severity()));
        assertThat(answer.code()).isEqualTo(each.severity().equals("error") ? 1 : 0);
    }

    @Test void a_good_nomination_a_units_part_and_a_stub_have_no_findings() throws IOException {
        var studio = new MaterialStudio(workshop.resolve("masters"));
        studio.good(workshop.resolve("good"));
        studio.part(workshop.resolve("part"));
        studio.stub(workshop.resolve("stub"));
        assertThat(check(workshop.resolve("good"), List.of()).found()).isEmpty();
        assertThat(check(workshop.resolve("part"), List.of("--zone", "open")).found()).isEmpty();
        assertThat(check(workshop.resolve("stub"), List.of("--zone", "open")).found()).isEmpty();
    }

    @Test void word_forms_alone_leave_only_what_no_annex_asks_for() throws IOException {
        new MaterialStudio(workshop.resolve("masters")).forms(workshop.resolve("forms"));
        assertThat(check(workshop.resolve("forms"), List.of()).found()).containsExactly("A1.kind warning", "A2.direction warning");
    }

    private static Folder read(Path folder, Call call) throws FolderFault {
        return FolderReader.read(folder, call, FolderReader.Look.WHOLE,
            (examiner, entry) -> VERDICTS.of(Examination.digest(entry), entry.path(), () -> examiner.deep(entry.path(), entry.source())));
    }

    private record Answer(int code, Set<String> found) {}

    private static Answer check(Path folder, List<String> options) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of(folder.toString(), "--json", "--call", Path.of("calls/2015-cooperation").toString()));
        arguments.addAll(options);
        int code = new CommandLine(new CheckCommand(ContractTest::read)).setOut(new PrintWriter(out)).execute(arguments.toArray(String[]::new));
        var found = new TreeSet<String>();
        JsonNode document = JsonMapper.builder().build().readTree(out.toString());
        document.get("findings").forEach(each -> found.add(each.get("rule").asString() + " " + each.get("severity").asString()));
        assertThat(document.get("errors").asInt() + document.get("warnings").asInt()).isEqualTo(document.get("findings").size());
        return new Answer(code, found);
    }
}
