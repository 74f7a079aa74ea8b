package eu.tremplin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the place in a body that a problem speaks of, as a JSON pointer (RFC 6901). */
@Component
final class PlaceInBody {

    private final JsonMapper json;

    PlaceInBody(JsonMapper json) {
        this.json = json;
    }

    /** Where a value stands. */
    Optional<String> ofValue(HttpServletRequest request, String value) {
        return places(read(request), "")
                .filter(place -> value.equals(place.content()))
                .map(Place::pointer)
                .findFirst();
    }

    /** Where a field stands that is not inside another one. */
    Optional<String> ofField(HttpServletRequest request, String field) {
        return read(request) instanceof Map<?, ?> object && object.containsKey(field)
                ? Optional.of(child("", field))
                : Optional.empty();
    }

    static String child(String parent, Object name) {
        return parent + "/" + name.toString().replace("~", "~0").replace("/", "~1");
    }

    private Object read(HttpServletRequest request) {
        try {
            byte[] body = BoundedRequest.bodyOf(request);
            return body.length == 0 ? Map.of() : json.readValue(body, Object.class);
        } catch (IOException | JacksonException _) {
            return Map.of();
        }
    }

    private static Stream<Place> places(Object value, String pointer) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .flatMap(entry -> places(entry.getValue(), child(pointer, entry.getKey())));
            case List<?> list ->
                IntStream.range(0, list.size())
                        .filter(index -> list.get(index) != null)
                        .boxed()
                        .flatMap(index -> places(list.get(index), child(pointer, index)));
            default -> Stream.of(new Place(pointer, value));
        };
    }

    private record Place(String pointer, Object content) {}
}
