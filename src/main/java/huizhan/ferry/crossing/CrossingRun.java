package huizhan.ferry.crossing;

import huizhan.disc.Defect;
import huizhan.disc.DiscWriter;
import huizhan.disc.FerryDisc;
import huizhan.disc.FerryList;
import huizhan.disc.Plan;
import huizhan.documents.Disc;
import huizhan.documents.FormValues.Mark;
import huizhan.ferry.crossing.CrossingMaking.Image;
import huizhan.ferry.crossing.CrossingMaking.Left;
import huizhan.ferry.crossing.CrossingMaking.Meanwhile;
import huizhan.ferry.crossing.CrossingMaking.Result;
import huizhan.folder.Counted;
import huizhan.folder.Cuts;
import huizhan.folder.SealedLabels;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.nomination.Content;
import huizhan.nomination.DiscMaking;
import huizhan.nomination.SignOffs;
import huizhan.web.Dates;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One try at writing a ferry: first the images of each sign-off, then, once all their sizes are known, the discs that carry them. Each step
 * is a whole file under its name before its row says so; whatever a row says that isn't there is made again.
 */
final class CrossingRun {
    /** What an image takes beside its bytes: the rest of a sector, entries in both trees, a line of the manifest and of the list. */
    private static final long ENTRY = 8_192;
    private final Ferry ferry;
    private final Path out;
    private final Path parts;
    private final Yard yard;
    private final CrossingMaking.Progress progress;
    private final Clock clock;
    private final List<Left> left = new ArrayList<>();
    private long done;
    private long total;

    /** What a run works with. */
    record Yard(CrossingSql sql, Crossings crossings, SignOffs signOffs, DiscMaking making, CrossingMaking.Tools tools) {}

    /** A sign-off on its way. */
    private record Cargo(SignOffs.Standing standing, String code, Content content) {
        UUID revision() {
            return standing.revision();
        }

        long bytes() {
            return content.files().values().stream().mapToLong(each -> each.size()).sum();
        }
    }

    CrossingRun(Ferry ferry, Path out, Yard yard, CrossingMaking.Progress progress) {
        this.ferry = ferry;
        this.out = out;
        this.parts = yard.crossings().folder(ferry).resolve("parts");
        this.yard = yard;
        this.progress = progress;
        this.clock = Clock.fixed(ferry.started(), ZoneOffset.UTC);
    }

    Result run() throws IOException {
        Files.createDirectories(out);
        Files.createDirectories(parts);
        sweep();
        var cargo = cargo();
        total = cargo.stream().mapToLong(Cargo::bytes).sum() * 2;
        for (var each : List.copyOf(cargo)) {
            if (images(each.revision()).isEmpty() && !made(each)) cargo.remove(each);
        }
        var images = new ArrayList<Image>();
        for (var list : lists(cargo)) images.add(disc(list, cargo));
        Crossings.clear(parts);
        return new Result(ferry, cargo.size(), images, left);
    }

    /** What holds of what it was begun for, by the departments' codes; what was withdrawn since goes with a later ferry, as it will be then. */
    private List<Cargo> cargo() {
        var carried = yard.sql().carried(ferry.id());
        var standing = yard.signOffs().all().stream().filter(each -> carried.contains(each.revision())).toList();
        var contents = yard.signOffs().contents(standing.stream().map(SignOffs.Standing::revision).toList());
        var cargo = new ArrayList<Cargo>();
        for (var each : standing) {
            var content = Optional.ofNullable(contents.get(each.revision()));
            content.ifPresent(there -> cargo.add(new Cargo(each, yard.tools().departments().find(each.department()).orElseThrow().code(), there)));
        }
        cargo.sort(Comparator.comparing(Cargo::code));
        return cargo;
    }

    private List<CrossingSql.Image> images(UUID revision) {
        return yard.sql().images(ferry.id()).stream().filter(each -> each.revision().equals(revision)).toList();
    }

    /** Makes the images of a sign-off; one that can't be made is left for the next ferry. */
    private boolean made(Cargo cargo) throws IOException {
        var folder = parts.resolve(cargo.standing().receipt());
        try {
            var result = yard.making().ferried(cargo.content(), cargo.code(), yard.tools().key().keys(), folder, FerryDisc.image(ferry.capacity()), clock, read -> step(read, cargo.standing().receipt()));
            if (!result.defects().isEmpty()) {
                if (full(result.defects())) throw new IOException(said(result.defects()));
                return leave(cargo, said(result.defects()));
            }
            var rows = new ArrayList<CrossingSql.Image>();
            for (var each : result.images()) {
                var name = cargo.standing().receipt() + (each.count() > 1 ? "-" + each.number() : "") + ".iso";
                Files.move(each.path(), folder.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                rows.add(new CrossingSql.Image(cargo.revision(), each.number(), each.count(), name, each.bytes(), each.digest()));
            }
            yard.tools().transaction().executeWithoutResult(status -> yard.sql().replace(ferry.id(), cargo.revision(), rows));
            return true;
        } catch (DiscMaking.TooLarge e) {
            return leave(cargo, String.valueOf(e.getMessage()));
        }
    }

    private boolean leave(Cargo cargo, String why) {
        left.add(new Left(cargo.standing().receipt(), why));
        yard.tools().transaction().executeWithoutResult(status -> yard.sql().leave(ferry.id(), cargo.revision()));
        return false;
    }

    private static boolean full(List<Defect> defects) {
        return defects.stream().anyMatch(each -> each.code().equals("disk.full"));
    }

    private static String said(List<Defect> defects) {
        return String.join(" ", defects.stream().map(each -> each.line(Lang.ZH)).toList());
    }

    private void step(long bytes, String what) {
        done += bytes;
        progress.at(Math.min(done, total), total, what);
    }

    /** What stands on each disc. */
    private List<FerryList> lists(List<Cargo> cargo) {
        if (cargo.isEmpty()) return List.of();
        var cuts = new Cuts<CrossingSql.Image>(FerryDisc.room(ferry.capacity()), each -> each.size() + ENTRY, 0);
        cargo.forEach(each -> cuts.together(images(each.revision())));
        var places = new LinkedHashMap<String, Integer>();
        var volumes = cuts.volumes();
        for (int i = 0; i < volumes.size(); i++) {
            int number = i + 1;
            volumes.get(i).forEach(each -> places.put(each.fileName(), number));
        }
        var nominations = cargo.stream().map(each -> told(each, places)).toList();
        var lists = new ArrayList<FerryList>();
        for (int disc = 1; disc <= volumes.size(); disc++) {
            lists.add(new FerryList(yard.tools().open().call().id(), ferry.id(), ferry.number(), ferry.started(), disc, volumes.size(), nominations));
        }
        return lists;
    }

    private FerryList.Nomination told(Cargo cargo, Map<String, Integer> places) {
        var images = images(cargo.revision()).stream().map(each -> new FerryList.Image(each.fileName(), java.util.Objects.requireNonNull(places.get(each.fileName())), each.number(), each.of(), each.size(),
            each.sha256())).toList();
        return new FerryList.Nomination(cargo.code(), cargo.standing().receipt(), cargo.content().material().id().orElse(cargo.standing().nomination()), cargo.content().material().revision(),
            cargo.standing().digest(), images);
    }

    /** One disc of the ferry: as it lies there, or written now. */
    private Image disc(FerryList list, List<Cargo> cargo) throws IOException {
        var name = "huizhan-ferry-%03d%s.iso".formatted(list.number(), list.discs() > 1 ? "-" + list.disc() : "");
        var target = out.resolve(name);
        var told = Sha256.of(list.bytes());
        var before = yard.sql().discs(ferry.id()).stream().filter(each -> each.number() == list.disc() && each.list().equals(told)).findFirst();
        if (before.isPresent() && Files.isRegularFile(target) && Files.size(target) == before.get().size()) {
            step(list.here().stream().mapToLong(FerryList.Image::bytes).sum(), name);
            return new Image(target, before.get().size(), before.get().sha256());
        }
        var sources = new LinkedHashMap<String, Plan.Source>();
        for (var each : list.here()) {
            var file = part(each, list, cargo);
            sources.put(each.file(), () -> new Counted(FileChannel.open(file), read -> step(read, name)));
        }
        var plan = FerryDisc.plan(list, sources, payload -> List.of(), List.of(new Plan.Info("External-Description", yard.tools().open().call().title().zh()),
            new Plan.Info("Huizhan-Call", list.call())));
        var outcome = DiscWriter.write(plan, new DiscWriter.Closing(Optional.empty(), Optional.of(yard.tools().key().keys())), target, ferry.capacity(), clock);
        if (outcome instanceof DiscWriter.Refused no) throw new IOException(said(no.defects()));
        return written(list, (DiscWriter.Image) outcome, told);
    }

    private Image written(FerryList list, DiscWriter.Image image, Sha256 told) throws IOException {
        var revisions = new LinkedHashSet<>(yard.sql().images(ferry.id()).stream().filter(each -> list.here().stream().anyMatch(here -> here.file().equals(each.fileName())))
            .map(CrossingSql.Image::revision).toList());
        label(list, image);
        boolean stands = Boolean.TRUE.equals(yard.tools().transaction().execute(status -> {
            // what was withdrawn while it was written may have been erased since
            if (!CrossingMaking.stand(yard.signOffs(), revisions)) return false;
            yard.sql().replace(ferry.id(), new CrossingSql.Disc(list.disc(), list.discs(), String.valueOf(image.path().getFileName()), image.bytes(), image.tagManifest(), told, yard.tools().clocks().business().instant()));
            return true;
        }));
        if (!stands) {
            Files.deleteIfExists(image.path());
            throw new Meanwhile();
        }
        for (var each : list.here()) Files.deleteIfExists(parts.resolve(list.of(each).orElseThrow().receipt()).resolve(each.file()));
        return new Image(image.path(), image.bytes(), image.tagManifest());
    }

    private void label(FerryList list, DiscWriter.Image image) throws IOException {
        var here = list.here().stream().map(each -> list.of(each).orElseThrow().department()).distinct().toList();
        var contents = new ArrayList<>(List.of("摆渡盘 " + list.number() + "　推荐 " + here.size() + " 份，推荐部门代码："));
        for (int i = 0; i < here.size(); i += 12) contents.add(String.join("、", here.subList(i, Math.min(here.size(), i + 12))));
        var label = new Disc(new Mark(list.ferry().toString(), image.tagManifest().hex(), List.of()), "公开网服务器 → 限定网络服务器", FerryDisc.label(list), list.disc(), list.discs(),
            Dates.dayOf(ferry.started()).toString(), "公开", contents, false);
        Files.write(SealedLabels.beside(image.path()), yard.tools().papers().discLabel(label, yard.tools().open().call()));
    }

    /** A sign-off's image, made again where it isn't there any more. */
    private Path part(FerryList.Image image, FerryList list, List<Cargo> cargo) throws IOException {
        var receipt = list.of(image).orElseThrow().receipt();
        var file = parts.resolve(receipt).resolve(image.file());
        if (Files.isRegularFile(file) && Files.size(file) == image.bytes()) return file;
        var one = cargo.stream().filter(each -> each.standing().receipt().equals(receipt)).findFirst().orElseThrow();
        total += one.bytes();
        made(one);
        boolean same = images(one.revision()).stream().anyMatch(each -> each.fileName().equals(image.file()) && each.size() == image.bytes() && each.sha256().equals(image.identity()));
        if (!same) throw new Meanwhile();
        return file;
    }

    /** What a stop has left half made. */
    private void sweep() throws IOException {
        var half = "." + "huizhan-ferry-%03d".formatted(ferry.number());
        try (var all = Files.list(out)) {
            for (var each : all.filter(path -> String.valueOf(path.getFileName()).startsWith(half)).toList()) Files.deleteIfExists(each);
        }
        try (var all = Files.walk(parts)) {
            for (var each : all.filter(path -> String.valueOf(path.getFileName()).startsWith(".")).toList()) Files.deleteIfExists(each);
        }
    }
}
