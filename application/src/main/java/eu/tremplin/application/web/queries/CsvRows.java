package eu.tremplin.application.web.queries;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.tremplin.projections.kit.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180, with a line of column names. */
final class CsvRows implements RowWriter {

    private final CsvWriter csv;
    private final Presentation presentation;

    CsvRows(Writer writer, Presentation presentation) {
        this.presentation = presentation;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(presentation.columns().stream().map(Column::name).toList());
    }

    @Override
    public void write(List<? extends @Nullable Object> row) throws IOException {
        var cells = new ArrayList<String>(row.size());
        for (int place = 0; place < row.size(); place++) {
            cells.add(cell(presentation.columns().get(place), presentation.text(row.get(place))));
        }
        csv.writeRecord(cells);
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static String cell(Column column, @Nullable String text) {
        if (text == null) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT, PERSONAL -> harmless(text);
            case ID, CHOICE, INTEGER, LONG, DECIMAL, INSTANT, DATE, FLAG -> text;
        };
    }

    /** What somebody typed must not become a formula when the file is opened in a spreadsheet. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
