package huizhan.office;

import huizhan.material.Values;
import java.util.List;

/**
 * One row of annex 1.
 *
 * @param number  what stands under 序号, else its place in the list, from 1
 * @param values  by field id; {@code disclosure} among them
 * @param remarks those of this row alone; {@link Reading#remarks()} has them too
 */
public record ReadRow(int number, Values values, List<ReadCell> cells, List<Remark> remarks) {}
