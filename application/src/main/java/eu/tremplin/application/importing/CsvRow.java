package eu.tremplin.application.importing;

import java.util.List;
import java.util.Map;

/**
 * One row of a file below its header.
 *
 * @param line where the row begins in the file, the header being line 1
 * @param number of the row, the first below the header being 1
 * @param columns position of each column by its name
 */
record CsvRow(long line, int number, Map<String, Integer> columns, int expectedFields, List<String> fields) {

    boolean isRagged() {
        return fields.size() != expectedFields;
    }

    /** The cell under the named column, without the space around it. */
    String cell(String column) {
        Integer position = columns.get(column);
        if (position == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        return fields.get(position).strip();
    }
}
