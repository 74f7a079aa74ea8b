package eu.tremplin.application.web.queries;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows one after the other. */
interface RowWriter {

    void write(List<? extends @Nullable Object> row) throws IOException;
}
