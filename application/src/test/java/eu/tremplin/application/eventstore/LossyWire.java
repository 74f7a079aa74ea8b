package eu.tremplin.application.eventstore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A pool whose connections go over a wire on which an append can get lost. */
final class LossyWire implements AfterAllCallback {

    private static final String APPEND = "log.append(";

    private final Wire wire;
    private final HikariDataSource pool;
    private final AtomicReference<@Nullable Loss> next = new AtomicReference<>();
    private volatile @Nullable Late late;

    private LossyWire(TestDatabase database) {
        wire = Wire.to(database, Watch::new);
        var config = new HikariConfig();
        // Unprepared, so that each append is known by its words.
        config.setJdbcUrl(wire.url() + "&prepareThreshold=0");
        config.setMaximumPoolSize(8);
        // Longer than a busy machine takes, or the pool pauses between attempts that fail.
        config.setConnectionTimeout(10_000);
        pool = new HikariDataSource(config);
    }

    static LossyWire to(TestDatabase database) {
        return new LossyWire(database);
    }

    /** Connections that go over this wire. */
    HikariDataSource dataSource() {
        return pool;
    }

    /** The next append is lost in this way. */
    void loseNext(What what) {
        loseNext(what, () -> {});
    }

    /** The next append is lost in this way, and its sender finds the connection broken after the meanwhile. */
    void loseNext(What what, Runnable meanwhile) {
        next.set(new Loss(what, meanwhile));
    }

    /** Lets the server have a request that its sender has long given up, and answers with what it says to it. */
    String deliverLate() {
        Late delivery = late;
        if (delivery == null) {
            throw new IllegalStateException("No request is late");
        }
        try {
            delivery.server.write(delivery.request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return delivery.answer.join();
    }

    /** Breaks all connections and lets none through until it is mended. */
    void cut() {
        wire.cut();
    }

    /** Lets connections through again, and waits until the pool, which pauses after failures, has found out. */
    void mend() {
        wire.mend();
        pool.getHikariPoolMXBean().softEvictConnections();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::carries);
    }

    private boolean carries() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pool.close();
        wire.close();
    }

    /** What gets lost. */
    enum What {
        /** The server never hears of it. */
        REQUEST,
        /** The server hears of it when {@link #deliverLate()} says so. */
        REQUEST_FOR_NOW,
        /** The server has done it. */
        ANSWER
    }

    private record Loss(What what, Runnable meanwhile) {}

    /** A request on its way to the server. */
    private static final class Late {

        private final OutputStream server;
        private final byte[] request;
        private final CompletableFuture<String> answer = new CompletableFuture<>();

        private Late(OutputStream server, byte[] request) {
            this.server = server;
            this.request = request;
        }
    }

    /** Watches one connection for the append that is to be lost. */
    private final class Watch implements Wire.Passage {

        private volatile @Nullable Loss ofAnswer;
        private volatile @Nullable Late kept;

        @Override
        public boolean admitsRequest(byte[] request, OutputStream server) {
            Loss loss = new String(request, ISO_8859_1).contains(APPEND) ? next.getAndSet(null) : null;
            if (loss == null) {
                return true;
            }
            return switch (loss.what) {
                case ANSWER -> {
                    ofAnswer = loss;
                    yield true;
                }
                case REQUEST -> {
                    loss.meanwhile.run();
                    yield false;
                }
                case REQUEST_FOR_NOW -> {
                    kept = new Late(server, request);
                    late = kept;
                    loss.meanwhile.run();
                    yield false;
                }
            };
        }

        /** An answer comes when the transaction is over. */
        @Override
        public boolean admitsAnswer(byte[] answer) {
            Loss loss = ofAnswer;
            Late request = kept;
            if (loss != null) {
                loss.meanwhile.run();
            } else if (request != null) {
                kept = null;
                request.answer.complete(new String(answer, ISO_8859_1));
            }
            return loss == null && request == null;
        }

        @Override
        public boolean outlivesItsSender() {
            return kept != null;
        }
    }
}
