package eu.tremplin.application.web.queries;

import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows one after the other, and may hold back some of them until it is flushed after the last. */
interface RowWriter extends Flushable {

    void write(List<? extends @Nullable Object> row) throws IOException;
}
