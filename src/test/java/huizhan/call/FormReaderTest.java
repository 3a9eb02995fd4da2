package huizhan.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormReaderTest {
    private static final Call CALL = Calls.in(Path.of("calls", Calls.FIRST));
    private static final String HEAD = """
            id: form
            page: portrait
            title: {zh: 表, en: Form}
            columns: [40, 60, 60]
            rows:
            """;

    private static Form read(String rows) {
        return FormReader.read(Yaml.read("call/forms/form.yaml", new StringReader(HEAD + rows)));
    }

    private static void refused(String rows, String message) {
        assertThatThrownBy(() -> FormReader.verify(read(rows), CALL)).isInstanceOf(CallFault.class).hasMessage(message);
    }

    @Test void a_good_form_is_read() {
        var form = read("""
              - cells:
                  - {label: 项目名称, for: name}
                  - {field: name, span: 2}
            """);
        FormReader.verify(form, CALL);
        assertThat(form.fields()).containsExactly("name");
        assertThat(form.label("name", CALL).orElseThrow().zh()).isEqualTo("项目名称");
    }

    @Test void an_unknown_key_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("""
              - cells:
                  - {label: 名称, for: name}
                  - {field: name, spam: 2}
            """)).hasMessageStartingWith("call/forms/form.yaml:8: the key 'spam' is unknown. Known here: ").hasMessageContaining("span");
    }

    @Test void a_field_that_no_achievement_has_is_refused() {
        assertThatThrownBy(() -> FormReader.verify(read("""
              - cells:
                  - {label: 名称}
                  - {field: board.colour, span: 2}
            """), CALL)).hasMessageStartingWith("call/forms/form.yaml:8: the call has no field 'board.colour'. Add it to call.yaml, or name one of: board.");
    }

    @Test void a_field_of_a_picture_is_one_in_its_own_rows_only() {
        FormReader.verify(read("""
              - repeat: pictures
                cells:
                  - {number: true}
                  - {field: file}
                  - {field: caption}
            """), CALL);
        refused("""
              - cells:
                  - {field: caption, span: 3}
            """, "call/forms/form.yaml:7: the call has no field 'caption'. Add it to call.yaml, or name one of: "
                + String.join(", ", FormFields.known("", CALL)) + ".");
    }

    @Test void cells_that_leave_a_hole_or_stick_out_are_refused() {
        var misfit = "call/forms/form.yaml:7: the cells of this row don't fill its 3 columns. "
                + "Let the 'span's, with the cells that hang down from above, add up to 3.";
        refused("""
              - cells:
                  - {field: name, span: 2}
            """, misfit);
        refused("""
              - cells:
                  - {field: name, span: 4}
            """, misfit);
    }

    @Test void a_cell_that_spans_more_rows_than_there_are_is_refused() {
        assertThatThrownBy(() -> read("""
              - cells:
                  - {field: name, span: 3, rows: 2}
            """)).hasMessageContaining("a cell spans more rows than there are below it");
    }

    @Test void an_unknown_choice_or_list_is_refused() {
        assertThatThrownBy(() -> FormReader.verify(read("""
              - cells:
                  - {field: board.natures, boxes: natures, box: cosmic, span: 3}
            """), CALL)).hasMessageStartingWith("call/forms/form.yaml:7: the call has no choice 'natures/cosmic'. Known lists: ");
    }

    @Test void an_unknown_list_of_rows_figure_or_page_is_refused() {
        refused("""
              - repeat: pets
                cells:
                  - {number: true, span: 3}
            """, "call/forms/form.yaml:6: there is no list 'pets'. Known lists: achievements, figures, pictures.");
        assertThatThrownBy(() -> FormReader.verify(read("""
              - cells:
                  - {text: "至多{most}项", span: 3}
            """), CALL)).hasMessageStartingWith("call/forms/form.yaml:7: '{most}' is no figure or list of the call.");
        assertThatThrownBy(() -> FormReader.read(Yaml.read("call/forms/form.yaml", new StringReader(HEAD.replace("portrait", "square")))))
                .hasMessageStartingWith("call/forms/form.yaml:2: 'page: square' can't be read. Give 'portrait' or 'landscape'.");
    }

    @Test void columns_wider_than_the_paper_are_refused() {
        assertThatThrownBy(() -> FormReader.read(Yaml.read("call/forms/form.yaml", new StringReader(HEAD.replace("[40, 60, 60]", "[100, 91]")))))
                .hasMessage("call/forms/form.yaml:4: the columns are 191 mm wide. Give at least one, and together at most 190 mm.");
    }

    @Test void a_repeated_row_is_shown_as_often_as_the_call_asks_and_more_if_there_is_more() {
        var form = CALL.form("summary");
        assertThat(form.rows(CALL, list -> 3).stream().filter(Row::repeated)).hasSize(CALL.limits().nominated());
        assertThat(form.rows(CALL, list -> 12).stream().filter(Row::repeated)).hasSize(12);
    }

    @Test void a_cell_beside_repeated_rows_spans_its_head_and_all_of_them() {
        var shown = CALL.form("board-form").rows(CALL, list -> 0);
        assertThat(shown.stream().flatMap(row -> row.cells().stream()).mapToInt(Cell::rows).max()).hasValue(1 + CALL.limits().picturesMost());
    }

    @Test void labels_are_names_without_spacing_and_colons() {
        var form = CALL.form("board-form");
        assertThat(form.label("board.contact.telephone", CALL).orElseThrow().zh()).isEqualTo("电话");
        assertThat(form.label("board.text", CALL).orElseThrow().zh()).isEqualTo("展板文字（不超过200字）");
        assertThat(form.label("board.nothing", CALL)).isEmpty();
    }
}
