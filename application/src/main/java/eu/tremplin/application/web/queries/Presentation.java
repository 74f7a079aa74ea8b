package eu.tremplin.application.web.queries;

import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a row looks to one caller: personal text is opened for those who may read it, and absent for the others. */
final class Presentation {

    private final List<Column> columns;
    private final PersonalTextCipher cipher;
    private final boolean opensPersonalText;

    Presentation(PublishedTable table, Caller caller, PersonalTextCipher cipher) {
        columns = table.table().columns();
        this.cipher = cipher;
        opensPersonalText = caller.readsPersonalText();
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns that hold something for this caller. */
    List<Column> shownColumns() {
        return columns.stream()
                .filter(column -> opensPersonalText || column.kind() != Column.Kind.PERSONAL)
                .toList();
    }

    /** A row by its columns, the values as they are and personal text as it reads. */
    Row row(List<? extends @Nullable Object> row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (int place = 0; place < columns.size(); place++) {
            Object value = row.get(place);
            shown.put(columns.get(place).name(), value instanceof PersonalText.Encrypted ? text(value) : value);
        }
        return new Row(shown);
    }

    /** A row as JSON shows it, by column. */
    Map<String, @Nullable Object> json(List<? extends @Nullable Object> row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (int place = 0; place < columns.size(); place++) {
            shown.put(columns.get(place).name(), json(columns.get(place), row.get(place)));
        }
        return shown;
    }

    private @Nullable Object json(Column column, @Nullable Object value) {
        return switch (column.kind()) {
            case INTEGER, LONG, FLAG -> value;
            // Exact decimals are texts, as in the events: no reader makes a float of them by itself.
            case ID, TEXT, CHOICE, DECIMAL, INSTANT, DATE, PERSONAL -> text(value);
        };
    }

    /** A value as CSV and JSON texts show it; null where there is none, or none to be shown. */
    @Nullable
    String text(@Nullable Object value) {
        if (value instanceof PersonalText.Encrypted personal) {
            return opensPersonalText ? cipher.open(personal).orElse(null) : null;
        }
        return value == null ? null : SqlColumn.notation(value);
    }
}
