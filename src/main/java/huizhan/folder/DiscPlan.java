package huizhan.folder;

import huizhan.call.Call;
import huizhan.disc.Capacity;
import huizhan.disc.Plan;
import huizhan.documents.Papers;
import huizhan.kernel.Json;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.material.NominationWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A material as discs (A12, B9): its files under plain names, {@code nomination.json} rewritten to them, the papers with the digests of
 * what was just written, labels, and the page by which a disc shows itself. What doesn't fit on one disc goes on several; an achievement
 * stays together where it fits on one.
 */
public final class DiscPlan {
    /** The element of {@code bag-info.txt} that says whose a disc is. */
    public static final String DEPARTMENT = "Huizhan-Department";
    private static final JsonMapper JSON = Json.mapper().build();

    private DiscPlan() {}

    /**
     * What is asked for.
     *
     * @param draft      the material has errors; every label says so, but a sealed disc's only inside
     * @param date       the day on the labels
     * @param department the code of whoever hands it in, by which an importer knows whose it is; empty where it isn't known
     */
    public record Wish(Capacity capacity, boolean draft, LocalDate date, String department) {}

    /** What became of it. */
    public sealed interface Outcome permits Volumes, TooLarge {}

    /**
     * @param plans in the order in which they must be written: the disc with the papers last, because they carry the digests of all others;
     *              the number of each is in its group
     * @param name  a short name of the nomination for the images' files
     * @param items how many achievements the nomination has
     */
    public record Volumes(List<Plan> plans, String name, int items) implements Outcome {}

    /**
     * A file is larger than a disc.
     *
     * @param path    as the material names it
     * @param fitting the smallest usual disc that takes it; empty where none does
     */
    public record TooLarge(String path, long size, Optional<Capacity> fitting) implements Outcome {}

    /** @param material with the sizes of its files; ids that are missing are made */
    public static Outcome of(Material material, Call call, FileSource files, Wish wish, Papers papers) throws IOException {
        var named = DiscNames.of(Identified.of(material));
        var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(NominationWriter.tree(named.material(), call));
        var split = DiscSplit.of(named.material(), json.length, wish.capacity());
        if (split.tooLarge().isPresent()) {
            return refused(split.tooLarge().get(), named);
        }
        var content = new DiscContent(named, call, files, wish, papers, split.volumes().size());
        var plans = new ArrayList<Plan>();
        for (int number = split.volumes().size(); number >= 1; number--) {
            plans.add(plan(number, split.volumes().get(number - 1), named, json, files, content));
        }
        return new Volumes(List.copyOf(plans), "huizhan-" + named.material().id().orElseThrow().toString().substring(0, 8),
                material.achievements().size());
    }

    private static TooLarge refused(DiscSplit.Large large, DiscNames.Named named) {
        var old = named.names().entrySet().stream().filter(each -> each.getValue().equals(large.path())).map(Map.Entry::getKey).findFirst().orElse(large.path());
        return new TooLarge(old, large.size(), Capacity.fitting(large.needed()));
    }

    private static Plan plan(int number, List<String> paths, DiscNames.Named named, byte[] json, FileSource files, DiscContent content) {
        var old = new LinkedHashMap<String, String>();
        named.names().forEach((before, now) -> old.put(now, before));
        var payload = new ArrayList<Plan.Item>();
        payload.add(Plan.Item.ofBytes("data/nomination.json", json));
        for (var path : paths) {
            payload.add(new Plan.Item("data/" + path, named.material().files().get(path).size(), () -> files.open(old.get(path))));
        }
        var id = named.material().id().orElseThrow().toString();
        int count = content.discs();
        var label = "HZ_" + id.substring(0, 8).toUpperCase(java.util.Locale.ROOT) + (count > 1 ? "_%02d".formatted(number) : "");
        var group = count > 1 ? Optional.of(new Plan.Group(id, number, count)) : Optional.<Plan.Group>empty();
        return new Plan(label, count > 1 ? id + "-" + number : id, group, payload, before -> content.papers(number, label, before),
                before -> content.tagFiles(number, before), content.info());
    }

    /** Whether a material has content that must not travel by post. */
    static boolean nonPublic(Material material) {
        return material.achievements().stream().filter(each -> !each.stub()).anyMatch(each -> !publicly(each))
                || material.overview().map(film -> film.disclosure().equals("non-public")).orElse(false);
    }

    private static boolean publicly(Achievement achievement) {
        return achievement.disclosure().equals("public");
    }
}
