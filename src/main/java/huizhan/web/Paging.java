package huizhan.web;

/**
 * One page of a long list.
 *
 * @param page which page, from 1
 * @param size lines on a page
 * @param total lines in all
 */
public record Paging(int page, int size, long total) {

    public Paging {
        if (page < 1 || size < 1 || total < 0) throw new IllegalArgumentException("page " + page + ", size " + size + ", total " + total);
    }

    /** The page asked for, or the nearest there is: a stale link to page 9 of 3 shows page 3. */
    public static Paging of(int page, int size, long total) {
        var last = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(Math.min(Math.max(page, 1), last), size, total);
    }

    /** Lines before this page, for {@code offset}. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** How many pages there are, at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    /** The address of another page of the list that is at this path. */
    public String address(String path, int other) {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "page=" + other;
    }

    /** The first line's number on this page, 0 when the list is empty. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    /** The last line's number on this page. */
    public long last() {
        return Math.min(total, offset() + size);
    }
}
