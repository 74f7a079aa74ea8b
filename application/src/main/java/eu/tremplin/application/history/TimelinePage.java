package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a timeline, in order.
 *
 * @param next value of {@code after} for the page behind this one; absent on the last one
 * @param upTo position up to which the log was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelinePage(
        List<TimelineEntry> items,
        @Nullable String next,
        @JsonIgnore long upTo) {}
