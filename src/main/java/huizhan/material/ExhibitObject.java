package huizhan.material;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An object or model with its note (A9).
 *
 * @param kind     object or model
 * @param lengthCm centimetres, 0 where not given; width and height likewise
 * @param size     a size in words where three dimensions don't fit, e.g. 直径30 cm
 * @param weightKg kilograms, 0 where not given
 */
public record ExhibitObject(String name, String kind, double lengthCm, double widthCm, double heightCm, String size, double weightKg, String note,
                            List<String> photos) {

    /** The same with its photos elsewhere. */
    ExhibitObject filed(UnaryOperator<String> path) {
        return new ExhibitObject(name, kind, lengthCm, widthCm, heightCm, size, weightKg, note, photos.stream().map(path).toList());
    }

    public boolean sized() {
        return lengthCm > 0 && widthCm > 0 && heightCm > 0 || !size.isBlank();
    }
}
