package eu.tremplin.application.web.queries;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form rows are answered: by page, or all of them streamed. */
enum Format {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is asked for by name, else the one the header prefers, else JSON. */
    static Format of(@Nullable String name, @Nullable String accept) {
        if (name != null) {
            return Arrays.stream(values())
                    .filter(format -> format.suffix().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.because(
                            EdgeReason.MALFORMED_PARAMETER,
                            Map.of(
                                    "parameter",
                                    TableQuery.FORMAT,
                                    "allowed",
                                    Arrays.stream(values()).map(Format::suffix).toList())));
        }
        for (MediaType wanted : accepted(accept)) {
            for (Format format : values()) {
                if (wanted.includes(MediaType.parseMediaType(format.mediaType))) {
                    return format;
                }
            }
        }
        throw Problem.because(EdgeReason.NOT_ACCEPTABLE);
    }

    private static List<MediaType> accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException _) {
            throw Problem.because(EdgeReason.MALFORMED_HEADER, Map.of("header", "Accept"));
        }
    }
}
