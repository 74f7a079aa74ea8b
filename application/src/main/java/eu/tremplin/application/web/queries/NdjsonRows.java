package eu.tremplin.application.web.queries;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class NdjsonRows implements RowWriter {

    private final Writer writer;
    private final Presentation presentation;
    private final JsonMapper json;

    NdjsonRows(Writer writer, Presentation presentation, JsonMapper json) {
        this.writer = writer;
        this.presentation = presentation;
        this.json = json;
    }

    @Override
    public void write(List<? extends @Nullable Object> row) throws IOException {
        writer.write(json.writeValueAsString(presentation.json(row)));
        writer.write('\n');
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }
}
