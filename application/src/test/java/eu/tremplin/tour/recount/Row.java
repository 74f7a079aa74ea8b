package eu.tremplin.tour.recount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row in the making: columns by name, each as its cell's text. */
final class Row {

    private final Map<String, String> cells = new LinkedHashMap<>();

    Row column(String name, Object value) {
        cells.put(name, value.toString());
        return this;
    }

    Row column(String name, Optional<?> value) {
        return column(name, value.map(Object::toString).orElse(""));
    }

    Map<String, String> cells() {
        return Map.copyOf(cells);
    }
}
