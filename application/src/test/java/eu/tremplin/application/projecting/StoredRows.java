package eu.tremplin.application.projecting;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row of a read model as text, byte for byte, internal tables and what rows were before included. */
final class StoredRows {

    private StoredRows() {}

    static Map<String, List<String>> of(TestDatabase database, ReadModel readModel) {
        int number = database.jdbc()
                .sql("select number from projecting.generation where read_model = ? and role = 'LIVE'")
                .param(readModel.name())
                .query(Integer.class)
                .single();
        var rows = new TreeMap<String, List<String>>();
        for (Table<?> table : readModel.tables()) {
            String stored = Schemas.name(readModel, number) + "." + table.name();
            String key = table.keyColumns().stream().map(Column::sqlName).collect(Collectors.joining(", "));
            rows.put(table.name(), of(database, stored, key));
            if (!table.computed()) {
                String past = RowHistory.past(stored);
                rows.put(RowHistory.past(table.name()), of(database, past, key + ", " + RowHistory.SINCE));
            }
        }
        return rows;
    }

    private static List<String> of(TestDatabase database, String table, String key) {
        return database.jdbc()
                .sql("select t::text from " + table + " t order by " + key)
                .query(String.class)
                .list();
    }
}
