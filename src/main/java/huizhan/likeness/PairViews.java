package huizhan.likeness;

import huizhan.call.Kind;
import huizhan.kernel.Lang;
import huizhan.likeness.LikenessSql.Key;
import huizhan.likeness.PairView.Line;
import huizhan.likeness.PairView.Shot;
import huizhan.likeness.PairView.Side;
import huizhan.likeness.PairView.Sight;
import huizhan.material.Achievement;
import huizhan.material.Picture;
import huizhan.material.Values;
import huizhan.media.Derivative;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.web.Difference;
import huizhan.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes pairs visible: out of the sign-offs that hold, and out of nothing else. */
@Component
class PairViews {
    private static final List<String> FIELDS = List.of("name", "undertaker", "board.unit", "foreignPartner", "board.foreignPartner", "board.text");
    private final SignOffs signOffs;
    private final Departments departments;
    private final MediaFiles media;
    private final OpenCall open;
    private final Texts texts;

    PairViews(SignOffs signOffs, Departments departments, MediaFiles media, OpenCall open, Texts texts) {
        this.signOffs = signOffs;
        this.departments = departments;
        this.media = media;
        this.open = open;
        this.texts = texts;
    }

    /** What both sides of some pairs are, read in a handful of statements. */
    private record Sources(Map<UUID, SignOffs.Standing> standing, Map<UUID, Content> contents) {
        Optional<Achievement> achievement(Pair.Place place) {
            return Optional.ofNullable(contents.get(place.revision())).flatMap(content -> content.material().achievements().stream()
                .filter(each -> each.id().filter(place.achievement()::equals).isPresent() && !each.stub()).findFirst());
        }
    }

    private Sources sources(List<Pair> pairs) {
        var standing = signOffs.all().stream().collect(Collectors.toMap(SignOffs.Standing::revision, Function.identity()));
        var revisions = pairs.stream().flatMap(pair -> Stream.of(pair.one().revision(), pair.other().revision())).distinct().toList();
        return new Sources(standing, signOffs.contents(revisions));
    }

    /** Those of the pairs whose sign-offs still hold. */
    List<PairView> of(List<Pair> pairs, Lang lang) {
        var sources = sources(pairs);
        var names = departments.all().stream().collect(Collectors.toMap(each -> each.id(), each -> each.name().in(lang)));
        return pairs.stream().flatMap(pair -> view(pair, sources, names, lang).stream()).toList();
    }

    private Optional<PairView> view(Pair pair, Sources sources, Map<UUID, String> names, Lang lang) {
        var one = side(pair.one(), sources, names);
        var other = side(pair.other(), sources, names);
        return one.isEmpty() || other.isEmpty() ? Optional.empty()
            : Optional.of(new PairView(Key.of(pair), one.get(), other.get(), level(pair.strength()), words(pair.parts(), lang)));
    }

    private static String level(int strength) {
        return strength >= 800 ? "sure" : strength >= 600 ? "likely" : "possible";
    }

    private static Optional<Side> side(Pair.Place place, Sources sources, Map<UUID, String> names) {
        var standing = sources.standing().get(place.revision());
        return standing == null ? Optional.empty() : sources.achievement(place).map(each -> new Side(names.getOrDefault(standing.department(), ""),
            each.rank().orElse(0), each.name(), each.values().text("board.unit"), standing.receipt(), standing.revision()));
    }

    private List<String> words(List<Part> parts, Lang lang) {
        var words = new ArrayList<String>();
        for (var part : parts) {
            if (part.one().isEmpty()) {
                words.add(word(part, lang));
            }
        }
        for (var kind : List.of(Part.Kind.PICTURE, Part.Kind.FILM)) {
            long count = parts.stream().filter(part -> part.kind() == kind).count();
            if (count > 0) {
                words.add(texts.in(lang, "likeness.parts." + kind.code(), count));
            }
        }
        return words;
    }

    private String word(Part part, Lang lang) {
        var key = "likeness.part." + part.kind().code();
        return part.same() ? texts.in(lang, key + ".same") : texts.in(lang, key, part.percent());
    }

    /** The fields of both that hold anything, side by side; of one achievement with itself there is nothing to compare. */
    List<Line> lines(Pair pair, Lang lang) {
        var sources = sources(List.of(pair));
        var one = sources.achievement(pair.one());
        var other = sources.achievement(pair.other());
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        FIELDS.forEach(field -> line("likeness.field." + field, one.get().values().text(field), other.get().values().text(field), lang, lines));
        line("likeness.field.statement", statement(one.get()), statement(other.get()), lang, lines);
        return lines;
    }

    private void line(String key, String one, String other, Lang lang, List<Line> lines) {
        if (!one.isBlank() || !other.isBlank()) {
            lines.add(new Line(texts.in(lang, key), Difference.of(one, other)));
        }
    }

    /** In the order of the call's sections, which is that of the statement itself. */
    private String statement(Achievement from) {
        var sections = open.call().kind(from.values().text("kind")).map(Kind::sections).orElse(List.of());
        var texts = sections.stream().map(each -> from.values().text(Values.STATEMENT + each.code())).filter(text -> !text.isBlank())
            .collect(Collectors.joining("\n"));
        return texts.isEmpty() ? from.prose() : texts;
    }

    /** The pictures and films that are the same, each with its caption. */
    List<Sight> sights(Pair pair, Lang lang) {
        var sources = sources(List.of(pair));
        var ids = pair.parts().stream().flatMap(part -> Stream.concat(part.one().stream(), part.other().stream())).distinct().toList();
        var files = media.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return pair.parts().stream().filter(part -> part.one().filter(files::containsKey).isPresent() && part.other().filter(files::containsKey).isPresent())
            .map(part -> new Sight(word(part, lang), shot(pair.one(), files.get(part.one().get()), sources),
                shot(pair.other(), files.get(part.other().get()), sources))).toList();
    }

    private Shot shot(Pair.Place place, StoredFile file, Sources sources) {
        var captions = sources.achievement(place).map(Achievement::pictures).orElse(List.of());
        var content = Optional.ofNullable(sources.contents().get(place.revision()));
        var caption = captions.stream().filter(each -> content.map(Content::files).map(all -> all.get(each.file())).map(StoredFile::id)
            .filter(file.id()::equals).isPresent()).map(Picture::caption).findFirst().orElse("");
        return new Shot(file.id(), file.originalName(), caption, media.path(file, Derivative.THUMB).isPresent() && media.examined(file.id()));
    }
}
