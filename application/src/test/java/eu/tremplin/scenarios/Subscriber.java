package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to what happens to an edition, and comes back by {@code Last-Event-ID} when torn away. */
final class Subscriber implements AutoCloseable {

    private static final long PAUSE = 20_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI stream;
    private final Caller caller;
    private final long from;
    private final CountDownLatch mayRead;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile @Nullable InputStream connection;
    private volatile boolean over;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * Subscribes.
     *
     * @param from what is known already
     * @param slow reads nothing of what it is sent until it is told to
     */
    Subscriber(URI server, Caller caller, String edition, long from, boolean slow) {
        this.stream = server.resolve("/live?edition=" + edition);
        this.caller = caller;
        this.from = from;
        mayRead = new CountDownLatch(slow ? 1 : 0);
        thread = Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        while (!over) {
            try (InputStream open = connect()) {
                connection = open;
                mayRead.await();
                hear(new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8)));
            } catch (IOException | UncheckedIOException _) {
                LockSupport.parkNanos(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private InputStream connect() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stream)
                .header("Accept", "text/event-stream")
                .header("Authorization", caller.authorization())
                .header("Last-Event-ID", Long.toString(last()))
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("was answered " + answer.statusCode());
        }
        connections.incrementAndGet();
        return answer.body();
    }

    private void hear(BufferedReader lines) throws IOException {
        String event = "";
        long id = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                event = line.substring("event:".length());
            } else if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring("id:".length()));
            } else if (line.isEmpty() && !event.isEmpty()) {
                heard.add(new Heard(event, id));
                event = "";
            }
        }
    }

    /** What it was told last that it has read. */
    long last() {
        synchronized (heard) {
            return heard.isEmpty() ? from : heard.getLast().upTo();
        }
    }

    int connections() {
        return connections.get();
    }

    /** Loses its connection, and with it what it was sent and had not read. */
    void tearAway() throws IOException {
        InputStream open = connection;
        if (open != null) {
            open.close();
        }
    }

    void readAll() {
        mayRead.countDown();
    }

    /**
     * It was told of a change whenever there was one since it was told last, and only then.
     *
     * @param changes the positions of all events that concern the edition
     */
    void requireNothingLostOrDoubled(NavigableSet<Long> changes) {
        long before = from;
        for (Heard each : List.copyOf(heard)) {
            assertThat(each.upTo()).isGreaterThanOrEqualTo(before);
            boolean something =
                    !changes.subSet(before, false, each.upTo(), true).isEmpty();
            assertThat(each.event().equals("changed"))
                    .as("%s after %d", each, before)
                    .isEqualTo(something);
            before = each.upTo();
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        client.shutdownNow();
    }

    /** What it was told, and up to where. */
    private record Heard(String event, long upTo) {}
}
