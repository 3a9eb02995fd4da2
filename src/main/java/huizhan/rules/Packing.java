package huizhan.rules;

import static huizhan.rules.Say.error;
import static huizhan.rules.Say.ofNomination;
import static huizhan.rules.Say.place;
import static huizhan.rules.Say.told;
import static huizhan.rules.Say.warning;

import huizhan.call.Call;
import huizhan.kernel.Zone;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.rules.Finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** That what is named is there, and what is there is named (A12). */
final class Packing {
    private Packing() {}

    static List<Finding> missingFile(Material material, Call call, Optional<Zone> zone) {
        var findings = new ArrayList<Finding>();
        material.overview().filter(film -> material.file(film.file()).isEmpty())
                .ifPresent(film -> findings.add(error("A12.file", "", film.file(), ofNomination("overview"), film.file())));
        told(material).forEach(each -> each.files().stream().distinct().filter(path -> material.file(path).isEmpty())
                .forEach(path -> findings.add(error("A12.file", "", path, place(each, slot(each, path)), path))));
        return findings;
    }

    private static String slot(Achievement achievement, String path) {
        if (achievement.pictures().stream().anyMatch(each -> each.file().equals(path))) {
            return "pictures";
        }
        if (achievement.attachments().stream().anyMatch(each -> each.file().equals(path))) {
            return "attachments";
        }
        if (achievement.objects().stream().anyMatch(each -> each.photos().contains(path))) {
            return "objects";
        }
        return path.equals(achievement.video()) ? "video" : "statement";
    }

    static List<Finding> unnamedFile(Material material, Call call, Optional<Zone> zone) {
        var named = new HashSet<>(material.formFiles());
        material.overview().ifPresent(film -> named.add(film.file()));
        material.achievements().forEach(each -> named.addAll(each.files()));
        return material.files().keySet().stream().filter(path -> !named.contains(path)).sorted()
                .map(path -> warning("A12.unnamed", "", path, new Place(folder(path, material), "files", -1), path)).toList();
    }

    private static String folder(String path, Material material) {
        return material.achievements().stream().map(Achievement::folder).filter(each -> path.startsWith(each + "/")).findFirst().orElse("");
    }
}
