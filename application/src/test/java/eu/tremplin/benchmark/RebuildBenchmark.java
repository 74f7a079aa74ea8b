package eu.tremplin.benchmark;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.application.projecting.loading.Load;
import eu.tremplin.application.projecting.loading.Loaded;
import eu.tremplin.application.testing.LogCopy;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Measures how quickly read models are built from a long log, tables, history and indexes included, beside a scan that
 * parses every event and does nothing with it, and beside Axon's own parts, tuned.
 */
@ResourceLock(Figures.MACHINE)
class RebuildBenchmark {

    private static final System.Logger LOG = System.getLogger(RebuildBenchmark.class.getName());
    private static final ReadModel WORKLIST = ReadModels.all().getFirst();
    private static final int FIRST_NUMBER = 100;

    private final Settings settings = Settings.fromSystemProperties();
    private final Figures figures = Figures.ofThisRun();
    private final EventCodec codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
    private final TypeDictionary dictionary = new TypeDictionary(codec);
    private final EventScan scan = new EventScan(codec, dictionary);
    private final Schemas schemas = new Schemas(_ -> {});
    private int number = FIRST_NUMBER;

    @Test
    void measuresRebuildsBesideAScan() throws Exception {
        try (var database = TestDatabase.create()) {
            long events;
            try (var connection = database.connect()) {
                events = new LogCopy(codec, dictionary, 1).write(connection, Long.getLong("benchmark.events", 200_000));
            }
            long head = database.logHead();
            var limit = new PlainScan(database.dataSource());
            var stockProcessor = new StockProcessor(database.dataSource());
            stockProcessor.copyLog();
            var stock = new ArrayList<Double>();
            var scanned = new ArrayList<Double>();
            var one = new ArrayList<Double>();
            var all = new ArrayList<Double>();
            // One round more than is counted: the first finds neither the JVM nor the server warm.
            for (int round = 0; round <= settings.rounds(); round++) {
                double limitRate = events / limit.seconds();
                double oneRate = events / load(database, head, List.of(WORKLIST));
                double allRate = events / load(database, head, ReadModels.all());
                double stockRate = events / stock(stockProcessor, database, head);
                LOG.log(
                        System.Logger.Level.INFO,
                        "scan {0}/s, one {1}/s, all {2}/s, stock {3}/s",
                        limitRate,
                        oneRate,
                        allRate,
                        stockRate);
                if (round > 0) {
                    scanned.add(limitRate);
                    one.add(oneRate);
                    all.add(allRate);
                    stock.add(stockRate);
                }
            }
            figures.put("rebuild_events", events);
            figures.put("scan_per_second", Figures.median(scanned));
            figures.put("rebuild_per_second", Figures.median(one));
            figures.put("rebuild_all_per_second", Figures.median(all));
            figures.put("stock_per_second", Figures.median(stock));
            figures.put("rebuild_ratio_stock", Figures.median(one) / Figures.median(stock));
            figures.put("rebuild_ratio_raw", Figures.median(one) / Figures.median(scanned));
            figures.put("rebuild_all_ratio_raw", Figures.median(all) / Figures.median(scanned));
            figures.write(settings.root());
        }
    }

    /** Seconds from no tables at all to tables that could go live. */
    private double load(TestDatabase database, long head, List<ReadModel> readModels) throws Exception {
        var transactions = new Transactions(database.dataSource());
        number++;
        long begin = System.nanoTime();
        var later = new ArrayList<List<String>>();
        transactions.run(connection -> {
            for (ReadModel each : readModels) {
                schemas.create(connection, each, number);
                later.add(Indexes.takeAway(connection, schema(each)));
            }
        });
        var loaded =
                readModels.stream().map(each -> new Loaded(each, schema(each))).toList();
        new Load(loaded, scan, database.dataSource()).run(0, head, (_, _, leftOut) -> {
            if (!leftOut.isEmpty()) {
                throw new IllegalStateException("Not all events can be handled: " + leftOut.getFirst());
            }
        });
        transactions.run(connection -> {
            for (int place = 0; place < readModels.size(); place++) {
                Indexes.lay(connection, schema(readModels.get(place)), later.get(place));
            }
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        transactions.run(connection -> {
            for (ReadModel each : readModels) {
                schemas.drop(connection, each, number);
            }
        });
        return seconds;
    }

    private double stock(StockProcessor processor, TestDatabase database, long head) throws SQLException {
        var transactions = new Transactions(database.dataSource());
        number++;
        transactions.run(connection -> schemas.create(connection, WORKLIST, number));
        double seconds = processor.seconds(WORKLIST, schema(WORKLIST), head);
        transactions.run(connection -> schemas.drop(connection, WORKLIST, number));
        return seconds;
    }

    private String schema(ReadModel readModel) {
        return Schemas.name(readModel, number);
    }
}
