package huizhan.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test that takes a {@link TestDatabase} once on each engine; the database is closed after it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EachDatabase.Engines.class)
public @interface EachDatabase {

    /** SQLite always, PostgreSQL where there is one. */
    final class Engines implements ArgumentsProvider {
        @Override public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return Stream.concat(Stream.of(Engine.SQLITE), Stream.of(Engine.POSTGRESQL))
                .flatMap(engine -> engine == Engine.SQLITE ? Stream.of(TestDatabase.sqlite()) : TestDatabase.postgresql().stream())
                .map(Arguments::of);
        }
    }
}
