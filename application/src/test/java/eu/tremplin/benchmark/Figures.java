package eu.tremplin.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as one flat object: all benchmarks of one run write into the same. */
final class Figures {

    /** The name of what one benchmark at a time may have. */
    static final String MACHINE = "the machine";

    private static final Figures OF_THIS_RUN = new Figures();

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Figures() {}

    static Figures ofThisRun() {
        return OF_THIS_RUN;
    }

    void put(String name, double figure) {
        figures.put(name, BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP));
    }

    void put(String name, long count) {
        figures.put(name, count);
    }

    void put(String name, String text) {
        figures.put(name, text);
    }

    /** All that has been measured so far, into {@code target/benchmarks.json}. */
    void write(Path root) throws IOException {
        Path file = root.resolve("target").resolve("benchmarks.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(figures) + System.lineSeparator());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return figures.toString();
    }
}
