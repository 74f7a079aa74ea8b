package eu.tremplin.application.eventstore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The way to the database server, on which an append can get lost. */
final class LossyWire implements AfterAllCallback {

    private static final String APPEND = "log.append(";
    private static final int BUFFER = 1 << 16;

    private final URI server;
    private final ServerSocket plug;
    private final HikariDataSource pool;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Loss> next = new AtomicReference<>();
    private volatile @Nullable Late late;
    private volatile boolean isCut;

    private LossyWire(URI server) {
        this.server = server;
        try {
            plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::plugIn);
        pool = pool();
    }

    static LossyWire to(TestDatabase database) {
        return new LossyWire(URI.create(database.url().replaceFirst("^jdbc:", "")));
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
            delivery.up.getOutputStream().write(delivery.request.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return delivery.answer.join();
    }

    /** Breaks all connections and lets none through until it is mended. */
    void cut() {
        isCut = true;
        lines.forEach(Line::hangUp);
    }

    /** Lets connections through again, and waits until the pool, which pauses after failures, has found out. */
    void mend() {
        isCut = false;
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
    public void afterAll(ExtensionContext context) throws IOException {
        pool.close();
        plug.close();
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        // Unprepared, so that each append is known by its words.
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d%s?user=postgres&prepareThreshold=0"
                .formatted(plug.getLocalPort(), server.getPath()));
        config.setMaximumPoolSize(8);
        // Longer than a busy machine takes, or the pool pauses between attempts that fail.
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    private void plugIn() {
        try {
            while (true) {
                Socket down = plug.accept();
                if (isCut) {
                    down.close();
                } else {
                    new Line(down, new Socket(server.getHost(), server.getPort())).open();
                }
            }
        } catch (IOException _) {
            cut();
        }
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

    private record Late(Socket up, String request, CompletableFuture<String> answer) {}

    /** One connection, down to the application and up to the server. */
    private final class Line {

        private final Socket down;
        private final Socket up;
        private volatile @Nullable Loss ofAnswer;
        private volatile @Nullable Late kept;

        private Line(Socket down, Socket up) {
            this.down = down;
            this.up = up;
        }

        private void open() {
            lines.add(this);
            Thread.ofVirtual().start(() -> carry(down, up, this::request));
            Thread.ofVirtual().start(() -> carry(up, down, this::answer));
        }

        private void carry(Socket from, Socket to, Passage passage) {
            byte[] buffer = new byte[BUFFER];
            try {
                for (int length = from.getInputStream().read(buffer);
                        length >= 0 && passage.admits(Arrays.copyOf(buffer, length));
                        length = from.getInputStream().read(buffer)) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            } catch (IOException _) {
                // One end hung up, so the other hears it too.
            }
            hangUp();
        }

        private boolean request(byte[] request) {
            String text = new String(request, ISO_8859_1);
            Loss loss = text.contains(APPEND) ? next.getAndSet(null) : null;
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
                    kept = new Late(up, text, new CompletableFuture<>());
                    late = kept;
                    loss.meanwhile.run();
                    yield false;
                }
            };
        }

        /** An answer comes when the transaction is over. */
        private boolean answer(byte[] answer) {
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

        private void hangUp() {
            lines.remove(this);
            try {
                down.close();
                if (kept == null) {
                    up.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Passage {

        /** Whether what is on its way arrives. */
        boolean admits(byte[] bytes);
    }
}
