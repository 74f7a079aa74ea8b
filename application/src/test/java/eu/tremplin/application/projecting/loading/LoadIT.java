package eu.tremplin.application.projecting.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.SqlTable;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.testing.LogCopy;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadIT {

    private static final long PLENTY = Long.MAX_VALUE;

    /** So little that rows are forgotten all the time. */
    private static final long HARDLY_ANY = 20_000;

    private final long seed = Math.floorMod(Seed.number(getClass()), 1_000_000L);
    private final TestDatabase database = TestDatabase.create();
    private final EventCodec codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
    private final TypeDictionary dictionary = new TypeDictionary(codec);
    private final EventScan scan = new EventScan(codec, dictionary);
    private final Map<ReadModel, List<String>> later = new LinkedHashMap<>();
    private long head;

    @BeforeEach
    void fillTheLog() throws SQLException {
        try (var connection = database.connect()) {
            new LogCopy(codec, dictionary, seed).write(connection, 4_000);
        }
        head = database.logHead();
        new Transactions(database.dataSource()).run(connection -> {
            var schemas = new Schemas(_ -> {});
            for (ReadModel readModel : ReadModels.all()) {
                schemas.create(connection, readModel, 1);
                later.put(readModel, Indexes.takeAway(connection, Schemas.name(readModel, 1)));
            }
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesTheRowsAndThePastThatAFoldMakes() throws Exception {
        load(PLENTY).run(0, head, (_, _, _) -> {});

        assertThatTheRowsAreTheFold();
    }

    @Test
    void makesTheSameHoweverLittleMemoryThereIs() throws Exception {
        var checkpoints = new AtomicInteger();

        load(HARDLY_ANY).run(0, head, (_, _, _) -> checkpoints.incrementAndGet());

        assertThatTheRowsAreTheFold();
        assertThat(checkpoints.get()).isGreaterThan(5);
    }

    @Test
    void goesOnFromWhereAnotherHasLeftOff() throws Exception {
        var last = new AtomicInteger();
        Checkpoint died = (_, position, _) -> {
            if (position > head / 2) {
                throw new IllegalStateException("dies");
            }
            last.set((int) position);
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> load(HARDLY_ANY).run(0, head, died));

        load(PLENTY).run(last.get(), head, (_, _, _) -> {});

        assertThat(last.get()).isPositive();
        assertThatTheRowsAreTheFold();
    }

    @Test
    void endsWhereItIsToldToAndGoesOnLater() throws Exception {
        var once = new Checkpoint() {
            @Override
            public void reach(Connection connection, long position, List<LeftOut> leftOut) {}

            @Override
            public boolean goOn(long folded) {
                return folded < head / 3;
            }
        };
        long reached = load(PLENTY).run(0, head, once);
        assertThat(reached).isBetween(head / 3, head - 1);

        load(PLENTY).run(reached, head, (_, _, _) -> {});

        assertThatTheRowsAreTheFold();
    }

    @Test
    void laysTheIndexesThatItHadTakenAway() throws Exception {
        load(HARDLY_ANY).run(0, head, (_, _, _) -> {});
        assertThat(later.values())
                .allSatisfy(statements -> assertThat(statements).isNotEmpty());

        new Transactions(database.dataSource()).run(connection -> {
            for (Map.Entry<ReadModel, List<String>> each : later.entrySet()) {
                Indexes.lay(connection, Schemas.name(each.getKey(), 1), each.getValue());
            }
        });

        new Transactions(database.dataSource()).run(connection -> {
            var schemas = new Schemas(_ -> {});
            for (ReadModel readModel : ReadModels.all()) {
                schemas.create(connection, readModel, 2);
                assertThat(indexes(connection, Schemas.name(readModel, 1)))
                        .isEqualTo(indexes(connection, Schemas.name(readModel, 2)));
            }
        });
    }

    private static List<String> indexes(Connection connection, String schema) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                "select replace(indexdef, schemaname, '') from pg_indexes where schemaname = ? order by 1")) {
            statement.setString(1, schema);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private Load load(long memory) {
        return new Load(
                ReadModels.all().stream()
                        .map(readModel -> new Loaded(readModel, Schemas.name(readModel, 1)))
                        .toList(),
                scan,
                database.dataSource(),
                memory);
    }

    private void assertThatTheRowsAreTheFold() throws Exception {
        var folds = new HashMap<ReadModel, Fold>();
        ReadModels.all().forEach(readModel -> folds.put(readModel, new Fold(readModel)));
        try (var connection = database.connect()) {
            scan.read(connection, 0, head, _ -> false, event -> folds.values().forEach(fold -> fold.take(event)));
        }
        for (Map.Entry<ReadModel, Fold> each : folds.entrySet()) {
            for (Table<?> table : each.getKey().tables()) {
                if (!table.computed()) {
                    String schema = Schemas.name(each.getKey(), 1);
                    assertThat(stored(schema, table, "", "' since ' || row_since"))
                            .as(schema + "." + table.name())
                            .isEqualTo(each.getValue().now(table));
                    assertThat(stored(schema, table, "_past", "' since ' || row_since || ' until ' || row_until"))
                            .as(schema + "." + table.name() + "_past")
                            .isEqualTo(each.getValue().past(table));
                }
            }
        }
    }

    private List<String> stored(String schema, Table<?> table, String suffix, String range) throws SQLException {
        var sql = new SqlTable(table, schema);
        var found = new ArrayList<String>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql.select()
                        .replace(
                                " from " + schema + "." + table.name(),
                                ", " + range + " as lasts from " + schema + "." + table.name() + suffix))) {
            while (row.next()) {
                found.add(sql.read(row) + row.getString("lasts"));
            }
        }
        return found.stream().sorted().toList();
    }
}
