package huizhan.bench;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The peer that makes a bag: gov.loc:bagit 5.2.0, fetched by Maven into the cache and called in a class loader of its own. */
final class BagitJava implements AutoCloseable {
    private static final String POM = """
        <project><modelVersion>4.0.0</modelVersion><groupId>peer</groupId><artifactId>peer</artifactId><version>1</version>
        <dependencies><dependency><groupId>gov.loc</groupId><artifactId>bagit</artifactId><version>5.2.0</version></dependency>
        <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency></dependencies></project>
        """;

    private final URLClassLoader loader;
    private final Method create;
    private final Collection<Object> algorithms;

    BagitJava() throws Exception {
        loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        var creator = loader.loadClass("gov.loc.repository.bagit.creator.BagCreator");
        create = creator.getMethod("bagInPlace", Path.class, Collection.class, boolean.class);
        var algorithm = loader.loadClass("gov.loc.repository.bagit.hash.StandardSupportedAlgorithms");
        algorithms = List.of(algorithm.getField("SHA256").get(null));
    }

    private static URL[] jars() throws IOException, InterruptedException {
        var folder = BenchSupport.cache("bagit-java");
        if (list(folder).isEmpty()) {
            BenchSupport.need("mvn", "maven");
            Files.writeString(folder.resolve("pom.xml"), POM);
            BenchSupport.run(List.of("mvn", "-q", "-f", folder.resolve("pom.xml").toString(), "dependency:copy-dependencies", "-DoutputDirectory=" + folder));
        }
        var urls = new ArrayList<URL>();
        for (var jar : list(folder)) {
            urls.add(jar.toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static List<File> list(Path folder) {
        var jars = folder.toFile().listFiles((in, name) -> name.endsWith(".jar"));
        return jars == null ? List.of() : List.of(jars);
    }

    /** Makes a bag of the folder; its files move into {@code data/}. */
    void bagInPlace(Path folder) throws Exception {
        create.invoke(null, folder, algorithms, false);
    }

    /** Makes a folder of files again of the bag. */
    static void unbag(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("data"))) {
            for (var file : files.toList()) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
        Files.delete(folder.resolve("data"));
        for (var name : List.of("bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    @Override public void close() throws IOException {
        loader.close();
    }
}
