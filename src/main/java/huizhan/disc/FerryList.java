package huizhan.disc;

import huizhan.kernel.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a ferry says of itself, {@code data/ferry.json} (C1): every nomination that it carries, and on which of its discs the images of each
 * lie. All discs of a ferry bear the same list but for their own number, so that one alone tells what else there must be.
 *
 * @param number of the ferries of one server and call, from 1 without a gap
 * @param disc   which disc this is, from 1
 */
public record FerryList(String call, UUID ferry, int number, Instant written, int disc, int discs, List<Nomination> nominations) {
    public static final String FILE = "data/ferry.json";
    static final String FORMAT = "huizhan-ferry/1";
    /** Where the images lie. */
    static final String FOLDER = "data/discs/";
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public FerryList {
        nominations = List.copyOf(nominations);
        if (number < 1 || disc < 1 || disc > discs || discs > MOST || nominations.size() > MOST) throw new IllegalArgumentException("ferry " + number + ", disc " + disc + " of " + discs);
    }

    /**
     * A nomination as it was signed off.
     *
     * @param department its code
     * @param receipt    the sign-off's number
     * @param revision   how often the department had signed off by then
     * @param digest     the nomination's, as on its papers
     */
    public record Nomination(String department, String receipt, UUID nomination, int revision, Sha256 digest, List<Image> images) {
        public Nomination {
            images = List.copyOf(images);
            if (!department.matches("[A-Z0-9]{1,8}") || !receipt.matches("[A-Z0-9-]{1,40}")) throw new IllegalArgumentException("a nomination without code or receipt");
        }
    }

    /**
     * One image of a nomination.
     *
     * @param file     its name below {@code data/discs/}
     * @param disc     on which disc of the ferry it lies
     * @param number   which of the nomination's own images it is
     * @param identity SHA-256 of its tag manifest
     */
    public record Image(String file, int disc, int number, int of, long bytes, Sha256 identity) {
        public Image {
            if (!file.matches("[A-Za-z0-9-]{1,50}\\.iso")) throw new IllegalArgumentException("no name of an image: " + file);
        }

        public String path() {
            return FOLDER + file;
        }
    }

    /** The images that lie on this disc. */
    public List<Image> here() {
        return nominations.stream().flatMap(each -> each.images().stream()).filter(each -> each.disc() == disc).toList();
    }

    /** To which nomination an image belongs. */
    public Optional<Nomination> of(Image image) {
        return nominations.stream().filter(each -> each.images().contains(image)).findFirst();
    }

    public byte[] bytes() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("format", FORMAT);
        fields.put("call", call);
        fields.put("ferry", ferry.toString());
        fields.put("number", number);
        fields.put("written", written.toString());
        fields.put("disc", disc);
        fields.put("discs", discs);
        fields.put("nominations", nominations.stream().map(FerryList::told).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields);
    }

    private static Map<String, Object> told(Nomination each) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("department", each.department());
        fields.put("receipt", each.receipt());
        fields.put("nomination", each.nomination().toString());
        fields.put("revision", each.revision());
        fields.put("digest", each.digest().hex());
        fields.put("images", each.images().stream().map(FerryList::told).toList());
        return fields;
    }

    private static Map<String, Object> told(Image each) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", each.file());
        fields.put("disc", each.disc());
        fields.put("number", each.number());
        fields.put("of", each.of());
        fields.put("bytes", each.bytes());
        fields.put("identity", each.identity().hex());
        return fields;
    }

    /** Empty where the bytes are no list of this version. */
    static Optional<FerryList> read(byte[] bytes) {
        try {
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(read(JSON.readTree(bytes)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static FerryList read(JsonNode list) {
        if (!list.required("format").stringValue().equals(FORMAT)) throw new IllegalArgumentException("another format");
        var nominations = new ArrayList<Nomination>();
        for (var each : list.required("nominations").asArray()) {
            var images = new ArrayList<Image>();
            for (var image : each.required("images").asArray()) {
                images.add(new Image(image.required("file").stringValue(), image.required("disc").intValue(), image.required("number").intValue(), image.required("of").intValue(),
                    image.required("bytes").longValue(), new Sha256(image.required("identity").stringValue())));
            }
            nominations.add(new Nomination(each.required("department").stringValue(), each.required("receipt").stringValue(), UUID.fromString(each.required("nomination").stringValue()),
                each.required("revision").intValue(), new Sha256(each.required("digest").stringValue()), images));
        }
        return new FerryList(list.required("call").stringValue(), UUID.fromString(list.required("ferry").stringValue()), list.required("number").intValue(),
            Instant.parse(list.required("written").stringValue()), list.required("disc").intValue(), list.required("discs").intValue(), nominations);
    }
}
