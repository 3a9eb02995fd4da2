package huizhan.story;

import huizhan.call.Yaml;
import huizhan.kernel.Text;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The story as it stands in {@code story/story.yaml}. */
record Book(List<House> houses) {

    /**
     * A department.
     *
     * @param bodies  between it and some of its units
     * @param waiting names of achievements of the first body's first unit, which the body has not passed on yet
     */
    record House(String code, Text name, Map<String, String> head, Person drafter, Person approver, Stage stage, List<Body> bodies, List<Unit> units,
                 List<Tale> tales, List<String> names, List<String> waiting) {}

    enum Stage { READY, OVER, LATE }

    record Person(String username, String name) {}

    record Unit(String name, Person person, Optional<Integer> through) {}

    /** @param opinion what it writes to each that it passes on */
    record Body(String name, Person person, String opinion) {}

    /** One achievement told in full; {@code thing} absent where it is null. */
    record Tale(int unit, String name, String kind, List<String> directions, List<String> highlights, String field, List<String> countries,
                String partner, boolean film, Optional<Thing> thing, List<String> sections, String board, List<String> captions) {}

    record Thing(String name, String kind, double length, double width, double height, double weight, String note) {}

    static Book read() {
        var stream = Objects.requireNonNull(Book.class.getResourceAsStream("/story/story.yaml"), "story/story.yaml");
        var yaml = Yaml.read("story/story.yaml", new InputStreamReader(stream, StandardCharsets.UTF_8));
        var book = new Book(yaml.maps("departments").stream().map(Book::house).toList());
        yaml.done();
        return book;
    }

    private static House house(Yaml yaml) {
        var head = Map.of("name", yaml.text("zh"), "contact", yaml.text("contact"), "telephone", yaml.text("telephone"), "fax", yaml.text("fax"));
        var house = new House(yaml.text("code"), new Text(yaml.text("zh"), yaml.text("en")), head, person(yaml.map("drafter")),
            person(yaml.map("approver")), yaml.parsed("stage", "ready, over or late", word -> Stage.valueOf(word.toUpperCase(java.util.Locale.ROOT))),
            yaml.maps("bodies").stream().map(Book::body).toList(), yaml.maps("units").stream().map(Book::unit).toList(),
            yaml.maps("achievements").stream().map(Book::tale).toList(), yaml.texts("names"), yaml.texts("waiting"));
        yaml.done();
        return house;
    }

    private static Person person(Yaml yaml) {
        var person = new Person(yaml.text("username"), yaml.text("name"));
        yaml.done();
        return person;
    }

    private static Unit unit(Yaml yaml) {
        var unit = new Unit(yaml.text("name"), new Person(yaml.text("username"), yaml.text("person")),
            yaml.has("through") ? Optional.of((int) yaml.number("through", 0, 9)) : Optional.empty());
        yaml.done();
        return unit;
    }

    private static Body body(Yaml yaml) {
        var body = new Body(yaml.text("name"), new Person(yaml.text("username"), yaml.text("person")), yaml.text("opinion"));
        yaml.done();
        return body;
    }

    private static Tale tale(Yaml yaml) {
        var tale = new Tale((int) yaml.number("unit", 0, 9), yaml.text("name"), yaml.text("kind"), yaml.texts("directions"), yaml.texts("highlights"),
            yaml.text("field"), yaml.texts("countries"), yaml.text("partner"), yaml.flag("film"),
            yaml.has("object") ? Optional.of(thing(yaml.map("object"))) : Optional.empty(), yaml.texts("sections"),
            yaml.text("board"), yaml.texts("captions"));
        yaml.done();
        return tale;
    }

    private static Thing thing(Yaml yaml) {
        var thing = new Thing(yaml.text("name"), yaml.text("kind"), number(yaml, "length"), number(yaml, "width"), number(yaml, "height"),
            number(yaml, "weight"), yaml.text("note"));
        yaml.done();
        return thing;
    }

    private static double number(Yaml yaml, String key) {
        return yaml.parsed(key, "a number", Double::parseDouble);
    }
}
