package eu.tremplin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Says where a request went in a form that may be written down. Of the path there remain the words of our own addresses
 * and ids; anything else was made up by the caller and may be somebody's name, so it is left out.
 */
@Component
final class Addresses {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OURS = Pattern.compile("[a-z0-9._-]+");
    private static final String LEFT_OUT = "…";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Set<String> words = Set.of();

    Addresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Method and path. */
    String of(HttpServletRequest request) {
        return request.getMethod() + " "
                + Arrays.stream(request.getRequestURI().split("/", -1))
                        .map(this::segment)
                        .collect(Collectors.joining("/"));
    }

    private String segment(String segment) {
        return segment.isEmpty() || ID.matcher(segment).matches() || words().contains(segment) ? segment : LEFT_OUT;
    }

    /** Asked for late: the addresses are not known before all that answers has been built, and this is a part of it. */
    private Set<String> words() {
        if (words.isEmpty()) {
            var found = new HashSet<String>(Set.of("actuator", "health", "prometheus"));
            mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().stream()
                    .flatMap(info -> info.getPatternValues().stream())
                    .flatMap(pattern -> Arrays.stream(pattern.split("/", -1)))
                    .filter(word -> OURS.matcher(word).matches())
                    .forEach(found::add));
            words = Set.copyOf(found);
        }
        return words;
    }
}
