package eu.tremplin.application.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import eu.tremplin.application.importing.StrictReader.WrongCharset;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The rows of a CSV file, read one at a time and never held together. */
final class CsvTable implements AutoCloseable {

    private static final int MAX_FIELDS = 1_000;
    private static final int MAX_FIELD_LENGTH = 32_768;
    private static final int MAX_ROW_LENGTH = 131_072;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final Map<String, Integer> columns;
    private int rows;

    private CsvTable(CloseableIterator<CsvRecord> records, List<String> header) {
        this.records = records;
        this.header = header;
        this.columns = positions(header);
    }

    /** Opens the file at its first row, once its header has every column the mapping reads. */
    static CsvTable open(InputStream file, Mapping mapping) {
        var limits = CsvRecordHandler.of(handler ->
                handler.maxFields(MAX_FIELDS).maxFieldSize(MAX_FIELD_LENGTH).maxRecordSize(MAX_ROW_LENGTH));
        // A ragged row is one row's trouble and told as such; only the reader's default gives up the file for it.
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(mapping.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(limits, new StrictReader(file, mapping.encoding()))
                .iterator();
        List<String> header = next(records).orElseThrow(() -> unusable("The file is empty.")).getFields().stream()
                .map(String::strip)
                .toList();
        requireColumns(header, mapping);
        return new CsvTable(records, header);
    }

    /** The next row, or nothing at the end of the file. */
    Optional<CsvRow> next() {
        return next(records)
                .map(r -> new CsvRow(r.getStartingLineNumber(), ++rows, columns, header.size(), r.getFields()));
    }

    private static Optional<CsvRecord> next(CloseableIterator<CsvRecord> records) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw unusable("The file is not well-formed CSV: " + e.getMessage() + ".");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof WrongCharset wrong) {
                throw unusable("The file is not in the mapping's character set: " + wrong.getMessage() + ".");
            }
            throw e;
        }
    }

    private static void requireColumns(List<String> header, Mapping mapping) {
        var missing = new TreeSet<>(mapping.columnsRead());
        header.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw unusable("The header has no column " + missing + "; it has " + header + ".");
        }
        var twice = new ArrayList<>(header);
        twice.retainAll(mapping.columnsRead());
        mapping.columnsRead().forEach(twice::remove);
        if (!twice.isEmpty()) {
            throw unusable("The header has a column twice: " + twice + ".");
        }
    }

    private static Map<String, Integer> positions(List<String> header) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
        return positions;
    }

    private static Problem unusable(String why) {
        return Problem.because(EdgeReason.FILE_UNUSABLE, Map.of("why", why));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
