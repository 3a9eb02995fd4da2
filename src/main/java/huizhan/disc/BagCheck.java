package huizhan.disc;

import huizhan.disc.Manifest.Algorithm;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree held against RFC 8493 and, in our profile, against {@code docs/disc-format.md}: all defects, never only the first. */
final class BagCheck {
    private static final int MOST_TAG_BYTES = 64 << 20;

    private final Tree tree;
    private final Profile profile;
    private final List<PublicKeys> signers;
    private final Map<String, Tree.Entry> files = new LinkedHashMap<>();
    private final Map<String, String> foldedNames = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private Map<String, FileHashes.Result> hashes = Map.of();
    private int lost;

    private BagCheck(Tree tree, Profile profile, List<PublicKeys> signers) {
        this.tree = tree;
        this.profile = profile;
        this.signers = signers;
        tree.files().forEach(file -> {
            files.put(file.path(), file);
            foldedNames.putIfAbsent(BagNames.folded(file.path()), file.path());
        });
    }

    /** @param signers cards of those whose signature counts */
    static List<Defect> defects(Tree tree, Profile profile, List<PublicKeys> signers) {
        var check = new BagCheck(tree, profile, signers);
        check.run();
        return check.defects;
    }

    private void run() {
        var declaration = bytes(Declaration.FILE).map(bytes -> Declaration.read(bytes, profile)).orElseGet(Declaration::missing);
        defects.addAll(declaration.defects());
        defects.addAll(BagNames.defects(tree, profile));
        if (!tree.directories().contains("data") && files.keySet().stream().noneMatch(path -> path.startsWith("data/"))) {
            defects.add(DefectKind.DATA_MISSING.at("data"));
        }
        var payload = manifests(declaration, false);
        var tags = manifests(declaration, true);
        present(payload, tags);
        hashes = FileHashes.of(tree, wanted(payload, tags));
        unreadable();
        payload.forEach(manifest -> listed(manifest, DefectKind.FILE_MISSING, DefectKind.FILE_DIGEST));
        unlisted(payload, declaration);
        tags.forEach(manifest -> listed(manifest, DefectKind.TAG_MISSING, DefectKind.TAG_DIGEST));
        info(declaration);
        fetch(declaration, payload);
        if (profile == Profile.HUIZHAN) {
            ours(tags);
        }
        if (profile == Profile.HUIZHAN || !signers.isEmpty()) {
            signed();
        }
    }

    /** A small file beside the payload; one that can't be read or is too large for a tag file is a defect. */
    private Optional<byte[]> bytes(String path) {
        var file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        if (file.size() > MOST_TAG_BYTES) {
            defects.add(DefectKind.LIMIT.at(path, MOST_TAG_BYTES + " bytes"));
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate((int) file.size());
        try (var in = tree.open(file)) {
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // until full or the file ends
            }
            return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
        } catch (IOException e) {
            defects.add(DefectKind.FILE_UNREADABLE.at(path, e.getMessage()));
            return Optional.empty();
        }
    }

    private List<Manifest> manifests(Declaration declaration, boolean forTags) {
        var found = new ArrayList<Manifest>();
        for (var path : files.keySet()) {
            if (Manifest.isName(path) && Manifest.isTagManifest(path) == forTags) {
                bytes(path).ifPresent(bytes -> found.add(Manifest.read(path, bytes, declaration, profile)));
            }
        }
        found.forEach(manifest -> defects.addAll(manifest.defects()));
        return found;
    }

    /** At least one manifest must be verifiable; in our profile the SHA-256 ones must be there. */
    private void present(List<Manifest> payload, List<Manifest> tags) {
        var needed = profile == Profile.HUIZHAN ? EnumSet.of(Algorithm.SHA256) : EnumSet.allOf(Algorithm.class);
        if (payload.stream().noneMatch(manifest -> manifest.algorithm().filter(needed::contains).isPresent())) {
            defects.add(DefectKind.MANIFEST_MISSING.at(profile == Profile.HUIZHAN ? BagTags.MANIFEST : "manifest-*.txt", "SHA-256"));
        }
        if (profile == Profile.HUIZHAN && tags.stream().noneMatch(manifest -> manifest.name().equals(BagTags.TAG_MANIFEST))) {
            defects.add(DefectKind.TAGMANIFEST_MISSING.at(BagTags.TAG_MANIFEST));
        }
    }

    private Map<Tree.Entry, Set<Algorithm>> wanted(List<Manifest> payload, List<Manifest> tags) {
        var wanted = new LinkedHashMap<Tree.Entry, Set<Algorithm>>();
        for (var manifests : List.of(payload, tags)) {
            for (var manifest : manifests) {
                manifest.algorithm().ifPresent(algorithm -> manifest.digests().keySet().forEach(path -> {
                    var file = files.get(here(path));
                    if (file != null) {
                        wanted.computeIfAbsent(file, any -> EnumSet.noneOf(Algorithm.class)).add(algorithm);
                    }
                }));
            }
        }
        return wanted;
    }

    /** The file that a manifest means: its own name, else the one that a system blind to case and normalization would open. */
    private String here(String path) {
        return files.containsKey(path) ? path : foldedNames.getOrDefault(BagNames.folded(path), path);
    }

    private void unreadable() {
        hashes.forEach((path, result) -> {
            if (!result.fault().isEmpty()) {
                defects.add(DefectKind.FILE_UNREADABLE.at(path, result.fault()));
            }
        });
    }

    private void listed(Manifest manifest, DefectKind missing, DefectKind differs) {
        manifest.digests().forEach((path, digest) -> {
            var found = files.get(path);
            if (found == null) {
                missing(manifest, path, digest, missing);
                return;
            }
            var actual = manifest.algorithm().map(algorithm -> hashes.get(path).digests().get(algorithm));
            if (actual.isPresent() && !actual.get().equals(digest)) {
                defects.add(differs.at(path, manifest.name(), digest, actual.get()));
            }
        });
    }

    /** Missing under its name. A plain bag is let off where provably nothing is lost: another spelling of the name, or an empty system file. */
    private void missing(Manifest manifest, String path, String digest, DefectKind kind) {
        var other = here(path);
        var actual = manifest.algorithm().flatMap(algorithm -> Optional.ofNullable(hashes.get(other)).map(result -> result.digests().get(algorithm)));
        if (profile == Profile.BAGIT && actual.isPresent() && actual.get().equals(digest)) {
            boolean normalized = BagNames.normalized(other).equals(BagNames.normalized(path));
            defects.add((normalized ? DefectKind.NAME_NORMALIZATION : DefectKind.NAME_CASE).warning(path, other));
        } else if (profile == Profile.BAGIT && emptySystemFile(manifest, path, digest)) {
            lost++;
            defects.add(DefectKind.SYSTEM_FILE.warning(path));
        } else {
            defects.add(kind.at(path, manifest.name()));
        }
    }

    private static boolean emptySystemFile(Manifest manifest, String path, String digest) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return Set.of(".DS_Store", "Thumbs.db", "desktop.ini").contains(name) && manifest.algorithm().isPresent()
            && java.util.HexFormat.of().formatHex(FileHashes.digest(manifest.algorithm().get()).digest()).equals(digest);
    }

    /** From version 1.0 on each payload manifest must list each payload file; before, one of them was enough. */
    private void unlisted(List<Manifest> payload, Declaration declaration) {
        for (var path : files.keySet()) {
            if (!path.startsWith("data/")) {
                continue;
            }
            var lacking = payload.stream().filter(manifest -> !manifest.digests().containsKey(path)).map(Manifest::name).toList();
            if (declaration.atLeastOne() ? !lacking.isEmpty() : lacking.size() == payload.size() && !payload.isEmpty()) {
                defects.add(DefectKind.FILE_UNLISTED.at(path, String.join(", ", lacking)));
            }
        }
    }

    private void info(Declaration declaration) {
        var payload = files.values().stream().filter(file -> file.path().startsWith("data/")).toList();
        long octets = payload.stream().mapToLong(Tree.Entry::size).sum();
        var info = bytes(BagInfo.FILE);
        info.ifPresent(bytes -> defects.addAll(BagInfo.defects(bytes, declaration, profile, octets + "." + (payload.size() + lost))));
        if (info.isEmpty() && profile == Profile.HUIZHAN) {
            defects.add(DefectKind.INFO_MISSING.at(BagInfo.FILE));
        }
    }

    private void fetch(Declaration declaration, List<Manifest> payload) {
        if (profile == Profile.HUIZHAN && files.containsKey(FetchList.FILE)) {
            defects.add(DefectKind.FETCH_REFUSED.at(FetchList.FILE));
        }
        bytes(FetchList.FILE).ifPresent(bytes -> defects.addAll(FetchList.defects(bytes, declaration, payload)));
    }

    /** Beyond the RFC: each tag file is listed in each tag manifest, and the payload is a nomination, a sealed one, or a ferry. */
    private void ours(List<Manifest> tags) {
        for (var path : files.keySet()) {
            if (path.startsWith("data/") || Manifest.isTagManifest(path) || path.equals(BagSignature.FILE)) {
                continue;
            }
            for (var manifest : tags) {
                if (!manifest.digests().containsKey(path)) {
                    defects.add(DefectKind.TAG_UNLISTED.at(path, manifest.name()));
                }
            }
        }
        if (!files.containsKey("data/nomination.json") && !files.containsKey(SealedSink.HEAD) && !files.containsKey(FerryList.FILE)) {
            defects.add(DefectKind.NOMINATION_MISSING.at("data/nomination.json"));
        }
    }

    /** The signature, where there is one, and where one is asked for. */
    private void signed() {
        if (files.containsKey(BagSignature.FILE)) {
            bytes(BagTags.TAG_MANIFEST).ifPresent(manifest -> bytes(BagSignature.FILE).flatMap(signature -> BagSignature.defect(signature, manifest, signers)).ifPresent(defects::add));
        } else if (!signers.isEmpty()) {
            defects.add(DefectKind.SIGNATURE_MISSING.at(BagSignature.FILE));
        }
    }
}
