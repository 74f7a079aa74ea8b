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

/** What was measured, as one flat object. */
final class Figures {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> figures = new LinkedHashMap<>();

    void put(String name, double figure) {
        figures.put(name, BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP));
    }

    void put(String name, long count) {
        figures.put(name, count);
    }

    void put(String name, String text) {
        figures.put(name, text);
    }

    void write(Path file) throws IOException {
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
