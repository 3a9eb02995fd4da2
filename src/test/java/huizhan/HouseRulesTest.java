package huizhan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import huizhan.rules.Rule;
import huizhan.rules.Rules;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house (STYLE.md), held by the build. */
class HouseRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("huizhan");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test void modules_see_only_what_their_package_says() {
        ApplicationModules.of("huizhan", new ImportOption.DoNotIncludeTests()).verify();
    }

    @Test void only_sql_classes_speak_to_the_database() {
        noClasses().that().resideOutsideOfPackages("huizhan.database..").and(not("Sql", "Configuration"))
            .should().callMethod("org.springframework.jdbc.core.simple.JdbcClient", "sql", "java.lang.String")
            .check(CLASSES);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> not(String... suffixes) {
        return com.tngtech.archunit.base.DescribedPredicate.describe("are no *" + String.join(", *", suffixes),
            each -> List.of(suffixes).stream().noneMatch(suffix -> outermost(each).getSimpleName().endsWith(suffix)));
    }

    private static JavaClass outermost(JavaClass each) {
        return each.getEnclosingClass().map(HouseRulesTest::outermost).orElse(each);
    }

    @Test void time_comes_from_the_clocks() {
        var ask = noClasses().that().resideOutsideOfPackages("huizhan.bench..")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis");
        ask.check(CLASSES);
    }

    @Test void the_language_of_the_notice_knows_neither_spring_nor_a_database() {
        noClasses().that().resideInAnyPackage("huizhan.call..", "huizhan.material..", "huizhan.rules..", "huizhan.documents..",
                "huizhan.folder..", "huizhan.office..", "huizhan.disc..", "huizhan.keys..")
            .should().dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe("belong to Spring or JDBC",
                each -> (each.getPackageName().startsWith("org.springframework") && !each.getPackageName().startsWith("org.springframework.modulith"))
                    || each.getPackageName().startsWith("java.sql")))
            .check(CLASSES);
    }

    @Test void nothing_is_injected_into_fields_and_nothing_is_read_by_java_serialization() {
        noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired").check(CLASSES);
        noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(CLASSES);
    }

    @Test void every_rule_names_its_clause() {
        assertThat(Rules.ALL).extracting(Rule::id).allMatch(id -> id.matches("A([1-9]|1[0-6])\\.[a-z-]+|form\\.[a-z]+")).doesNotHaveDuplicates();
    }

    @Test void templates_have_no_inline_script_or_style() throws IOException {
        var inline = Pattern.compile("\\s(style|on[a-z]+)=\"|<style|<script(?![^>]*src=)|javascript:");
        var found = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                if (inline.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test void colours_and_fonts_are_named_in_the_tokens_alone() throws IOException {
        var named = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(|font-family:(?!\\s*(var|inherit))");
        var found = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/resources/static"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".css") && !each.endsWith("tokens.css")).toList()) {
                if (named.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
