package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that says which test brings about what may go wrong names tests that there are, and when they run. */
class ScenariosDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "scenarios.md");
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?#(\\w+)`");
    private static final String SCENARIOS = "-Pscenarios";

    static Stream<Named> tests() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> TEST.matcher(line)
                        .results()
                        .map(found -> new Named(
                                found.group(1),
                                found.group(2) == null ? "" : found.group(2),
                                found.group(3),
                                line.contains("`" + SCENARIOS + "`"))));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void namesATestAndWhenItRuns(Named named) {
        Class<?> test = named.load();
        List<Method> methods = Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.getName().equals(named.method))
                .toList();

        assertThat(methods).as(named + " is a test").hasSize(1);
        assertThat(isScenario(methods.getFirst()) || isScenario(test))
                .as(named + " runs with " + SCENARIOS + " only")
                .isEqualTo(named.scenariosOnly);
    }

    @Test
    void saysWhereEveryScenarioStands() throws IOException {
        String document = Files.readString(DOCUMENT);
        try (Stream<Path> files = Files.list(SOURCES.resolve(Path.of("eu", "tremplin", "scenarios")))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("IT.java"))
                            .map(name -> name.replace(".java", "#")))
                    .allSatisfy(name -> assertThat(document).contains("`" + name));
        }
    }

    private static boolean isScenario(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(Tag.class))
                .anyMatch(tag -> tag.value().equals("scenarios"));
    }

    record Named(String type, String nested, String method, boolean scenariosOnly) {

        /** Names of test classes are used once. */
        Class<?> load() {
            try (Stream<Path> files = Files.walk(SOURCES)) {
                Path file = files.filter(each -> each.endsWith(type + ".java"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("There is no " + type));
                String name = SOURCES.relativize(file)
                        .toString()
                        .replace(".java", "")
                        .replace(file.getFileSystem().getSeparator(), ".");
                return Class.forName(
                        nested.isEmpty() ? name : name + "$" + nested,
                        false,
                        getClass().getClassLoader());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return type + (nested.isEmpty() ? "" : "." + nested) + "#" + method;
        }
    }
}
