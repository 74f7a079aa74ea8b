package eu.tremplin.application.dashboard;

import eu.tremplin.running.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Somebody who listens to a stream of server-sent events. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    /**
     * Begins to listen.
     *
     * @param lastEventId what was heard before
     */
    Listener(URI server, Caller caller, String path, long lastEventId) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", "text/event-stream")
                .header("Authorization", caller.authorization())
                .header("Last-Event-ID", Long.toString(lastEventId))
                .build();
        Stream<String> lines = lines(request);
        thread = Thread.ofVirtual().start(() -> listen(lines));
    }

    private Stream<String> lines(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen(Stream<String> lines) {
        try {
            lines.forEach(heard::add);
        } catch (UncheckedIOException _) {
            heard.add(""); // it was broken off, which is over too
        }
    }

    /** Waits until it is told this. */
    void hears(String event) {
        Awaitility.await(event).atMost(PATIENCE).until(() -> heard.contains("event:" + event));
    }

    List<String> heard() {
        return heard;
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
