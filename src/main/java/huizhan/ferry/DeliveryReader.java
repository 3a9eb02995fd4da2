package huizhan.ferry;

import huizhan.call.Call;
import huizhan.disc.OpenDisc;
import huizhan.disc.Tree;
import huizhan.ferry.Deliveries.Named;
import huizhan.ferry.Delivery.Lying;
import huizhan.ferry.Delivery.Volume;
import huizhan.folder.DiscPlan;
import huizhan.folder.Identified;
import huizhan.folder.RecordReader;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.FileFacts;
import huizhan.material.Material;
import huizhan.material.NominationReader;
import huizhan.media.Examiner;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one delivery of the discs of a set; each of them was found right by itself. */
final class DeliveryReader {
    static final String JSON = "data/nomination.json";
    private static final String DATA = "data/";
    /** Ten times what any call has asked for. */
    private static final int MOST = 100;
    private static final int MOST_FILES = 5_000;
    private final List<Named> set;
    private final Call call;
    private final Examiner examiner;
    private final List<Objection> objections;
    private final Map<String, Lying> lying = new LinkedHashMap<>();

    private DeliveryReader(List<Named> set, Call call, Examiner examiner, List<Objection> objections) {
        this.set = set.stream().sorted(Comparator.comparing(Named::number)).toList();
        this.call = call;
        this.examiner = examiner;
        this.objections = objections;
    }

    /** Empty where something is wrong; what, is added to the objections. */
    static Optional<Delivery> read(List<Named> set, Call call, Examiner examiner, List<Objection> objections) throws IOException {
        return new DeliveryReader(set, call, examiner, objections).read();
    }

    private Optional<Delivery> read() throws IOException {
        var json = record(set.get(0).disc());
        boolean same = true;
        for (var disc : set) {
            same &= Arrays.equals(json, record(disc.disc()));
            gather(disc.disc());
        }
        if (!same) {
            object("import.differs", set.get(0), new Text("同一套光盘上的 nomination.json 不一致，请让制作单位重新刻录整套。",
                "The discs of this set carry different nomination.json; ask their maker to burn the whole set again."));
            return Optional.empty();
        }
        var material = material(json);
        var codes = codes();
        if (codes.size() > 1) {
            object("import.department", set.get(0), new Text("这套光盘上写明的部门代码不一致：" + String.join("、", codes) + "。请让制作单位重新刻录。",
                "The discs of this set tell different codes of their department: " + String.join(", ", codes) + ". Ask their maker to burn them again."));
            return Optional.empty();
        }
        return material.isEmpty() ? Optional.empty()
            : Optional.of(new Delivery(material.get(), volumes(), codes.stream().findFirst(), set.get(0).disc().sealed(), draft(), lying, set.get(0).nomination()));
    }

    /** Each code of a department that the set tells, outside and inside. */
    private List<String> codes() {
        var outside = set.stream().flatMap(each -> each.disc().verdict().sealed().stream()).map(sealed -> sealed.department());
        var inside = set.stream().flatMap(each -> each.disc().told(DiscPlan.DEPARTMENT).stream());
        return Stream.concat(outside, inside).map(Plain::line).filter(code -> !code.isBlank()).distinct().toList();
    }

    private Optional<Material> material(byte[] json) throws IOException {
        Material told;
        try {
            told = Identified.of(Cleaned.of(NominationReader.read(json, call), call));
        } catch (NominationReader.Unreadable e) {
            object("import.record", set.get(0), new Text("读不懂盘上的 nomination.json：" + Plain.line(e.getMessage()) + "。请让制作单位重新导出。",
                "The disc's nomination.json can't be understood: " + Plain.line(e.getMessage()) + ". Ask its maker to write it again."));
            return Optional.empty();
        }
        if (told.achievements().isEmpty() || told.achievements().size() > MOST || told.achievements().stream().map(Achievement::id).distinct().count() < told.achievements().size()) {
            object("import.record", set.get(0), new Text("nomination.json 里没有成果、成果重复或多于 " + MOST + " 项，不能接收。请让制作单位重新导出。",
                "nomination.json has no achievement, one of them twice, or more than " + MOST + ". Ask its maker to write it again."));
            return Optional.empty();
        }
        var facts = new LinkedHashMap<String, FileFacts>();
        var named = RecordReader.named(told);
        if (named.size() > MOST_FILES) {
            object("import.record", set.get(0), new Text("nomination.json 写明的文件多于 " + MOST_FILES + " 个，不能接收。", "nomination.json names more than " + MOST_FILES + " files."));
            return Optional.empty();
        }
        boolean whole = true;
        for (var path : named) {
            var file = lying.get(path);
            if (file == null) {
                whole = false;
                object("import.file", set.get(0), new Text("盘上没有 nomination.json 写明的文件 " + Plain.line(path) + "。请让制作单位重新刻录。",
                    "A file that nomination.json names is not there: " + Plain.line(path) + ". Ask the maker to burn it again."));
            } else {
                facts.put(path, facts(path, file));
            }
        }
        lying.keySet().retainAll(named);
        return whole ? Optional.of(told.with(facts)) : Optional.empty();
    }

    private FileFacts facts(String path, Lying file) throws IOException {
        var seen = examiner.header(path, file.channel());
        return new FileFacts(path, file.entry().size(), Optional.of(file.sha256()), seen.picture(), seen.film());
    }

    private void gather(OpenDisc disc) throws IOException {
        var digests = disc.digests();
        for (var file : disc.content().orElseThrow().files()) {
            if (file.path().startsWith(DATA)) {
                var path = file.path().substring(DATA.length());
                Optional.ofNullable(digests.get(path)).ifPresent(sha256 -> lying.putIfAbsent(path, new Lying(Optional.of(disc), file, sha256)));
            }
        }
    }

    /** What a disc's record says as far as it can be read; empty where it can't. */
    static Optional<Material> told(OpenDisc disc, Call call) throws IOException {
        var there = disc.content().filter(tree -> tree.files().stream().anyMatch(file -> file.path().equals(JSON)));
        try {
            return there.isPresent() ? Optional.of(NominationReader.read(record(disc), call)) : Optional.empty();
        } catch (NominationReader.Unreadable e) {
            return Optional.empty();
        }
    }

    private static byte[] record(OpenDisc disc) throws IOException {
        var tree = disc.content().orElseThrow();
        var file = tree.files().stream().filter(each -> each.path().equals(JSON)).findFirst().orElseThrow();
        return file.size() > RecordReader.LARGEST_JSON ? new byte[0] : bytes(tree, file);
    }

    private static byte[] bytes(Tree tree, Tree.Entry file) throws IOException {
        try (var in = Channels.newInputStream(tree.open(file))) {
            return in.readAllBytes();
        }
    }

    private List<Volume> volumes() throws IOException {
        var volumes = new ArrayList<Volume>();
        for (var disc : set) {
            volumes.add(new Volume(disc.disc().identity().orElseThrow(), disc.number(), disc.disc().verdict().group().map(group -> group.count()).orElse(1), disc.name()));
        }
        return volumes;
    }

    private boolean draft() throws IOException {
        return set.get(0).disc().told("Huizhan-Draft").isPresent();
    }

    private void object(String code, Named disc, Text text) {
        objections.add(new Objection(code, disc.name(), text));
    }
}
