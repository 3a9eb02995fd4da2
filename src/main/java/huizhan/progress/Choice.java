package huizhan.progress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which departments are looked at or written to; what is empty narrows nothing.
 *
 * @param state    a state's code
 * @param grouping a group's code
 * @param q        part of a name, or a code
 * @param picked   codes of departments that were ticked
 */
record Choice(String state, String grouping, String q, List<String> picked) {

    static Choice of(String state, String grouping, String q, Optional<List<String>> picked) {
        return new Choice(Row.State.of(state).map(Row.State::code).orElse(""), grouping, q.strip(), picked.orElse(List.of()));
    }

    boolean takes(Row row) {
        return (state.isEmpty() || row.state().code().equals(state)) && (grouping.isEmpty() || row.department().grouping().equals(grouping))
            && (q.isEmpty() || Stream.of(row.department().name().zh(), row.department().name().en(), row.department().code())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))))
            && (picked.isEmpty() || picked.contains(row.department().code()));
    }

    /** A page's address with this choice. */
    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!state.isEmpty()) address.queryParam("state", state);
        if (!grouping.isEmpty()) address.queryParam("group", grouping);
        if (!q.isEmpty()) address.queryParam("q", "{q}");
        picked.forEach(each -> address.queryParam("d", each));
        return q.isEmpty() ? address.build().toUriString() : address.encode().buildAndExpand(q).toUriString();
    }
}
