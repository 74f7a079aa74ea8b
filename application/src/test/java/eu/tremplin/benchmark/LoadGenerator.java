package eu.tremplin.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Clients that each wait for an answer before they ask again, all on one thread. Like pgbench it takes as little as it
 * can of the processors it shares with what it measures.
 */
final class LoadGenerator {

    static final String NAME = "closed loop over HTTP/1.1 keep-alive, one selector thread, hand-written";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InetSocketAddress server;
    private final int clients;

    LoadGenerator(URI server, int clients) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.clients = clients;
    }

    /** Sends until the workload ends. */
    Load run(Workload workload) throws IOException {
        return run(workload, Duration.ofDays(1));
    }

    /** Sends until the time is over or the workload ends, and waits for every answer. */
    Load run(Workload workload, Duration duration) throws IOException {
        try (var selector = Selector.open()) {
            return new Round(selector, workload, System.nanoTime() + duration.toNanos()).run();
        }
    }

    private final class Round {

        private final Selector selector;
        private final Workload workload;
        private final long deadline;

        private int waiting;
        private int answered;
        private long[] latencies = new long[1 << 16];

        Round(Selector selector, Workload workload, long deadline) {
            this.selector = selector;
            this.workload = workload;
            this.deadline = deadline;
        }

        Load run() throws IOException {
            long started = System.nanoTime();
            for (int client = 0; client < clients; client++) {
                sendNext(null);
            }
            while (waiting > 0) {
                if (selector.select(this::receive, PATIENCE.toMillis()) == 0) {
                    throw new IOException("No answer for " + PATIENCE);
                }
            }
            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return new Load(elapsed, Arrays.copyOf(latencies, answered));
        }

        private void receive(SelectionKey key) {
            try {
                var connection = (Connection) key.attachment();
                HttpAnswer answer = connection.receive();
                if (answer == null) {
                    return;
                }
                waiting--;
                record(System.nanoTime() - connection.sentAt());
                if (answer.status() / 100 != 2) {
                    throw new IOException("Not accepted: " + answer);
                }
                workload.accepted(answer.head());
                if (answer.closes()) {
                    connection.channel().close();
                    sendNext(null);
                } else {
                    sendNext(connection);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private void sendNext(@Nullable Connection open) throws IOException {
            if (System.nanoTime() >= deadline) {
                return;
            }
            byte[] request = workload.next();
            if (request != null) {
                waiting++;
                (open == null ? connect() : open).send(request);
            }
        }

        private Connection connect() throws IOException {
            var channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            return connection;
        }

        private void record(long nanoseconds) {
            if (answered == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * answered);
            }
            latencies[answered++] = nanoseconds;
        }
    }
}
