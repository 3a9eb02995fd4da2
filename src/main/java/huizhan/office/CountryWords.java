package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Countries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Countries as people write them in 合作国别 → their codes; what is no country of the list is kept as words ({@code other:非洲多国}). */
final class CountryWords {
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("俄罗斯联邦", "RU"), Map.entry("大韩民国", "KR"), Map.entry("南韩", "KR"),
            Map.entry("美利坚合众国", "US"), Map.entry("大不列颠及北爱尔兰联合王国", "GB"), Map.entry("联邦德国", "DE"), Map.entry("香港", "HK"),
            Map.entry("澳门", "MO"), Map.entry("台湾", "TW"), Map.entry("香港特别行政区", "HK"), Map.entry("澳门特别行政区", "MO"), Map.entry("usa", "US"),
            Map.entry("uk", "GB"));

    private final Map<String, String> codes = new HashMap<>();

    CountryWords(Call call) {
        ALIASES.forEach(codes::put);
        for (var country : Countries.all()) {
            codes.put(Fold.of(country.name().zh()), country.code());
            codes.put(Fold.of(country.name().en()), country.code());
            codes.put(Fold.of(country.code()), country.code());
        }
        for (var organization : call.organizations()) {
            codes.put(Fold.of(organization.label().zh()), organization.code());
            codes.put(Fold.of(organization.label().en()), organization.code());
            codes.put(Fold.of(organization.code()), organization.code());
        }
    }

    List<String> read(String text) {
        var found = new ArrayList<String>();
        for (var piece : text.split("[、，,；;\\n/／|｜]+")) {
            if (!piece.isBlank()) {
                found.addAll(piece(piece.strip()));
            }
        }
        return found.stream().distinct().toList();
    }

    /** One piece; two countries joined by 和 or a blank only if the whole is no country and each half is one. */
    private List<String> piece(String piece) {
        var whole = codes.get(Fold.of(piece));
        if (whole != null) {
            return List.of(whole);
        }
        var halves = List.of(piece.split("[和与及]|[\\s\\u3000]+"));
        if (halves.size() > 1 && halves.stream().allMatch(each -> codes.containsKey(Fold.of(each)))) {
            return halves.stream().map(each -> codes.get(Fold.of(each))).toList();
        }
        return List.of(Countries.OTHER + piece);
    }
}
