package huizhan.call;

import java.util.Arrays;

/** Watches while a grid is read that the cells of each row, with those that hang down from above, fill its columns exactly. */
final class FormSpans {
    private static final int TO_END_OF_REPEAT = Integer.MAX_VALUE;
    private final int[] hanging;

    FormSpans(int columns) {
        hanging = new int[columns];
    }

    void take(Row row, Yaml yaml) {
        int at = 0;
        for (var cell : row.cells()) {
            at = free(at);
            for (int i = 0; i < cell.columns(); i++, at++) {
                if (at >= hanging.length || hanging[at] > 0) {
                    throw misfit(yaml);
                }
                hanging[at] = cell.rows() == 0 ? TO_END_OF_REPEAT : cell.rows();
            }
        }
        if (free(at) != hanging.length) {
            throw misfit(yaml);
        }
        if (row.repeated() && Arrays.stream(hanging).anyMatch(rows -> rows != TO_END_OF_REPEAT && rows > 1)) {
            throw yaml.fault("repeat", "a cell with a fixed number of rows runs into or out of a repeated row", "Give it 'rows: repeat', or rows of its own.");
        }
        for (int i = 0; i < hanging.length; i++) {
            hanging[i] = hanging[i] == TO_END_OF_REPEAT ? row.repeated() ? 0 : TO_END_OF_REPEAT : hanging[i] - 1;
        }
    }

    void end(Yaml yaml) {
        if (Arrays.stream(hanging).anyMatch(rows -> rows > 0)) {
            throw yaml.fault("rows", "a cell spans more rows than there are below it", "Lower its 'rows', or add the rows.");
        }
    }

    private int free(int from) {
        int at = from;
        while (at < hanging.length && hanging[at] > 0) {
            at++;
        }
        return at;
    }

    private CallFault misfit(Yaml yaml) {
        return yaml.fault("cells", "the cells of this row don't fill its " + hanging.length + " columns",
                "Let the 'span's, with the cells that hang down from above, add up to " + hanging.length + ".");
    }
}
