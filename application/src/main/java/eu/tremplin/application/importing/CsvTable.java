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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** The rows below the header, read as the stream is consumed. */
    Stream<CsvRow> rows() {
        return Stream.iterate(next(records), Optional::isPresent, _ -> next(records))
                .map(Optional::orElseThrow)
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
        // What the header has instead is not repeated: where there is no header it is a row, and may be about people.
        requireNone(mapping, column -> !header.contains(column), "The header lacks ");
        requireNone(mapping, column -> Collections.frequency(header, column) > 1, "The header has twice ");
    }

    private static void requireNone(Mapping mapping, Predicate<String> wrong, String complaint) {
        List<String> columns =
                mapping.columnsRead().stream().filter(wrong).sorted().toList();
        if (!columns.isEmpty()) {
            throw unusable(complaint + columns + ".");
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
