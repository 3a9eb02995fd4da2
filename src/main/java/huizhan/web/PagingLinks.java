package huizhan.web;

import huizhan.kernel.Lang;

/**
 * One page of a long list as its foot shows it.
 *
 * @param previous the address of the page before, empty on the first
 * @param where    which lines of how many, in words
 * @param next     the address of the page after, empty on the last
 */
public record PagingLinks(boolean needed, String previous, String where, String next) {

    /** @param path the list's own address, with what it is narrowed by */
    public static PagingLinks of(Paging paging, String path, Texts texts, Lang lang) {
        return new PagingLinks(paging.pages() > 1, paging.hasPrevious() ? paging.address(path, paging.page() - 1) : "",
            texts.in(lang, "web.paging.where", paging.first(), paging.last(), paging.total()),
            paging.hasNext() ? paging.address(path, paging.page() + 1) : "");
    }

    /** For a stencil: what belongs to this list alone is marks. */
    public PagingLinks framed(Stencils.Marks marks) {
        if (!needed) return new PagingLinks(false, "", "", "");
        return new PagingLinks(true, previous.isEmpty() ? "" : marks.text(previous), marks.text(where), next.isEmpty() ? "" : marks.text(next));
    }
}
