package huizhan.material;

import java.util.List;

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

    public boolean sized() {
        return lengthCm > 0 && widthCm > 0 && heightCm > 0 || !size.isBlank();
    }
}
