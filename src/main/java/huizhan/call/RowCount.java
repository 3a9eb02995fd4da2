package huizhan.call;

/** How many copies of a repeated row are printed at least: a figure of its own, or one of the call's limits. */
public enum RowCount {
    ONE, NOMINATED, PICTURES;

    public int in(Call call) {
        return switch (this) {
            case ONE -> 1;
            case NOMINATED -> call.limits().nominated();
            case PICTURES -> call.limits().picturesMost();
        };
    }
}
