package eu.tremplin.tour.recount;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Events in the order of the log: the whole of it, or those somebody asked for. */
public record History(List<Event> events) {

    public History {
        events = List.copyOf(events);
    }

    public static History of(List<JsonNode> lines) {
        return new History(lines.stream().map(Event::new).toList());
    }

    public History of(String... types) {
        return where(event -> Arrays.asList(types).contains(event.type()));
    }

    /** Events that say this of themselves, such as those about one application. */
    public History with(String field, String value) {
        return where(event -> event.text(field).equals(value));
    }

    public History inStream(String stream) {
        return where(event -> event.stream().equals(stream));
    }

    public History after(Event first) {
        return where(event -> event.position() > first.position());
    }

    public History where(Predicate<Event> condition) {
        return new History(events.stream().filter(condition).toList());
    }

    public Optional<Event> first() {
        return events.stream().findFirst();
    }

    public Optional<Event> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }

    public boolean any() {
        return !events.isEmpty();
    }

    public int count() {
        return events.size();
    }

    public List<String> texts(String... path) {
        return events.stream().map(event -> event.text(path)).toList();
    }

    /** What each command has led to. */
    public Map<String, List<String>> typesByCommand() {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.metadata().path("commandId").asString(""),
                        Collectors.mapping(Event::type, Collectors.toList())));
    }

    public BigDecimal sum(String... path) {
        return events.stream().map(event -> new BigDecimal(event.text(path))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
