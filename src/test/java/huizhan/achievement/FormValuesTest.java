package huizhan.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.call.Call;
import huizhan.call.Calls;
import huizhan.office.OfficeForm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form filled in Word says can be kept as it is: a draft takes each value without changing it. */
class FormValuesTest {
    private static final Call CALL = Calls.in(Path.of("calls/2015-cooperation").toAbsolutePath());

    @ParameterizedTest @ValueSource(strings = {"board-form-libreoffice.docx", "board-form-python.docx", "board-form-97.doc", "statement-libreoffice.docx"})
    void a_draft_takes_the_values_of_a_form_as_they_are(String name) {
        var read = OfficeForm.read(Path.of("src/test/resources/office", name), name, CALL);
        assertThat(read.cells()).hasSizeGreaterThan(4);
        for (var cell : read.cells()) {
            var known = Catalogue.find(cell.field(), draft(read.values().text("kind")), CALL).orElseThrow();
            var typed = Typed.of(known, cell.draft(), CALL);
            assertThat(typed.refusal()).as(cell.field()).isEmpty();
            assertThat(typed.value()).as(cell.field()).isEqualTo(cell.draft());
        }
    }

    private static Draft draft(String kind) {
        var fields = new HashMap<String, Written>(Map.of("kind", new Written(kind, 1, Instant.EPOCH, new java.util.UUID(0, 1))));
        return new Draft(null, fields, List.of(), List.of(), Map.of(), List.of());
    }
}
