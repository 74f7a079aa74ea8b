package eu.tremplin.application.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes as many rows as there are, one JSON document a line, and never holds more than a page of them. */
@Component
final class NdjsonWriter {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int PAGE = 1000;

    private final JsonMapper json;

    NdjsonWriter(JsonMapper json) {
        this.json = json;
    }

    <T> void write(HttpServletResponse response, long after, Pages<T> pages, ToLongFunction<T> position)
            throws IOException {
        response.setContentType(MEDIA_TYPE);
        OutputStream out = response.getOutputStream();
        long last = after;
        List<T> page;
        do {
            page = pages.after(last, PAGE);
            for (T row : page) {
                out.write(json.writeValueAsBytes(row));
                out.write('\n');
                last = position.applyAsLong(row);
            }
        } while (page.size() == PAGE);
        out.flush();
    }

    /** Rows behind a position, up to a limit. */
    @FunctionalInterface
    interface Pages<T> {

        List<T> after(long position, int limit);
    }
}
