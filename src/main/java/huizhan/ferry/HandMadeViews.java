package huizhan.ferry;

import huizhan.folder.HandMade.Use;
import huizhan.kernel.Lang;
import huizhan.media.MediaFiles;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.rules.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the sorting table shows. */
@Component
class HandMadeViews {
    private static final List<String> USES = Arrays.stream(Use.values()).map(HandMadeSql::code).toList();
    private final HandMadeDiscs discs;
    private final HandMadeReadings readings;
    private final Departments departments;
    private final MediaFiles media;
    private final OpenCall open;

    HandMadeViews(HandMadeDiscs discs, HandMadeReadings readings, Departments departments, MediaFiles media, OpenCall open) {
        this.discs = discs;
        this.readings = readings;
        this.departments = departments;
        this.media = media;
        this.open = open;
    }

    /** {@code templates/ferry/hand-made.html}. */
    record ListPage(List<Row> rows, List<Department> known, String why, String department, String day) {}

    /** A disc that is being received. */
    record Row(HandMadeSql.Disc disc, Department department, int files) {}

    ListPage list(String why, String department, String day) {
        var rows = discs.waiting().stream().map(each -> new Row(each, departments.find(each.department()).orElseThrow(), discs.files(each.id()).size())).toList();
        return new ListPage(rows, departments.active(), why, department, day);
    }

    /** {@code templates/ferry/sorting.html}. */
    record SortingPage(HandMadeSql.Disc disc, Department department, List<FileRow> files, int missing, int unplaced, int looked, List<String> uses, List<Integer> ranks,
                       List<Said> findings, int errors, String fault, List<String> objections, List<Told> told, ImagePart image) {
        public boolean ready() {
            return !files.isEmpty() && fault.isEmpty() && disc.taken().isEmpty() && image.reading() == 0;
        }
    }

    /**
     * {@code templates/ferry/image.html}.
     *
     * @param slot    where one goes
     * @param reading how many whose files are being taken out
     * @param faults  how many have each fault, by the end of the key of its word; those that are held are being read, too
     * @param come    another number when other files lie there
     */
    record ImagePart(UUID disc, String slot, int reading, Map<String, Integer> faults, int come) {
        /** Whether something was wrong with one that has gone. */
        public boolean said() {
            return faults.keySet().stream().anyMatch(each -> !each.equals(HandMadeImages.HELD));
        }

        /** What a page shows is as it was while this is the same. */
        public String state() {
            return reading + " " + faults + " " + come;
        }
    }

    /** What has become of an image. */
    ImagePart image(UUID id) {
        return image(discs.find(id));
    }

    private ImagePart image(HandMadeSql.Disc disc) {
        return new ImagePart(disc.id(), HandMadeUpload.image(disc.id()), disc.images(), discs.imageFaults(disc.id()), discs.files(disc.id()).stream().map(HandMadeSql.Lying::file).toList().hashCode());
    }

    /** A file with the place that it has now; {@code picture} the stored file to look at. */
    record FileRow(int number, String path, long size, boolean here, int rank, String use, boolean looked, Optional<UUID> picture) {}

    record Said(String kind, String subject, String message, String remedy) {}

    /** What the forms say, in short. */
    record Told(int rank, String name, boolean nonPublic) {}

    SortingPage one(UUID id, List<String> objections, Lang lang) {
        var disc = discs.find(id);
        var files = discs.files(id);
        var rows = files.stream().map(this::row).toList();
        var reading = files.stream().anyMatch(each -> each.file().isPresent()) ? readings.read(id) : HandMadeReadings.Reading.NOTHING;
        var findings = reading.material().stream().flatMap(material -> Rules.findings(material, open.call(), Optional.empty()).stream()).toList();
        var said = findings.stream().map(each -> new Said(each.stops() ? "bad" : "warn", reading.origins().getOrDefault(each.subject(), each.subject()), each.message(lang), each.remedy(lang))).toList();
        var told = reading.material().stream().flatMap(material -> material.achievements().stream())
            .map(each -> new Told(each.rank().orElse(0), each.name(), each.disclosure().equals("non-public"))).toList();
        int most = Math.max(open.call().limits().nominated(), told.stream().mapToInt(Told::rank).max().orElse(0));
        return new SortingPage(disc, departments.find(disc.department()).orElseThrow(), rows, (int) rows.stream().filter(each -> !each.here()).count(),
            (int) rows.stream().filter(each -> each.use().isEmpty()).count(), (int) rows.stream().filter(FileRow::looked).count(), USES, IntStream.rangeClosed(1, most).boxed().toList(),
            said, (int) findings.stream().filter(each -> each.stops()).count(), reading.fault().map(text -> text.in(lang)).orElse(""), objections, told, image(disc));
    }

    private FileRow row(HandMadeSql.Lying file) {
        var picture = file.file().flatMap(media::find).filter(each -> each.facts().picture().isPresent() && each.examined()).map(each -> each.id());
        return new FileRow(file.number(), file.path(), file.size(), file.file().isPresent(), file.place().map(each -> each.rank()).orElse(0),
            file.place().map(each -> HandMadeSql.code(each.use())).orElse(""), file.looked(), picture);
    }
}
