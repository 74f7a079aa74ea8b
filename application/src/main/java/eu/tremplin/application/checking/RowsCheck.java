package eu.tremplin.application.checking;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/**
 * Goes through a table in the order of a key, so many rows at a time.
 *
 * @param sql the next rows beyond the key of the last, as parameters named by {@code beginning}; limited by {@code
 *     limit}
 * @param beginning a key before every other
 */
record RowsCheck<T>(String name, String sql, Map<String, Object> beginning, RowMapper<T> rows, Looker<T> looker)
        implements Check {

    private static final int AT_ONCE = 1_000;

    @Override
    public Walk begin() {
        return new Walk() {

            private Map<String, Object> last = beginning;
            private long seen;

            @Override
            public boolean goOn(Snapshot snapshot, Findings findings) {
                List<T> next = snapshot.jdbc()
                        .sql(sql)
                        .params(last)
                        .param("limit", AT_ONCE)
                        .query(rows)
                        .list();
                for (T row : next) {
                    last = looker.look(row, snapshot, findings);
                }
                seen += next.size();
                return next.size() == AT_ONCE;
            }

            @Override
            public String place() {
                return Long.toString(seen);
            }
        };
    }

    /** Looks at one row. */
    @FunctionalInterface
    interface Looker<T> {

        /**
         * Says what is wrong with it.
         *
         * @return its key, by the names of the parameters
         */
        Map<String, Object> look(T row, Snapshot snapshot, Findings findings);
    }
}
