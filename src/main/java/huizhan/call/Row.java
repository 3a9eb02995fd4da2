package huizhan.call;

import java.util.List;

/**
 * One row of an annex's grid.
 *
 * @param height  least height in millimetres
 * @param head    a column head, printed again where the rows below it go over to the next page
 * @param framed  has ruled lines; title lines and remarks have none
 * @param repeat  the list whose entries fill copies of this row ({@code achievements}, {@code pictures}); empty for a single row
 * @param least   least number of copies
 * @param index   which copy this is, from 0; -1 in an unexpanded form and for a single row
 */
public record Row(List<Cell> cells, int height, boolean head, boolean framed, String repeat, RowCount least, int index) {

    public boolean repeated() {
        return !repeat.isEmpty();
    }

    Row with(List<Cell> others, int copy) {
        return new Row(others, height, head, framed, repeat, least, copy);
    }
}
