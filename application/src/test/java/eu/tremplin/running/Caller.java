package eu.tremplin.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to Tremplin over HTTP with credentials of their own. */
public final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI server;
    private final Map<String, String> headers;

    Caller(HttpClient client, URI server, @Nullable String authorization) {
        this(client, server, authorization == null ? Map.of() : Map.of("Authorization", authorization));
    }

    /** Somebody who talks to any server of ours, so far without credentials. */
    public static Caller of(HttpClient client, URI server) {
        return new Caller(client, server, (String) null);
    }

    private Caller(HttpClient client, URI server, Map<String, String> headers) {
        this.client = client;
        this.server = server;
        this.headers = headers;
    }

    public static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** The same caller, whose requests also carry this header. */
    public Caller with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(client, server, Map.copyOf(more));
    }

    /** What this caller's requests say about who is calling. */
    public String authorization() {
        return headers.getOrDefault("Authorization", "");
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a command that has nothing to say beyond its name. */
    public Answer post(String path) {
        return post(path, "{}");
    }

    public Answer post(String path, String json) {
        return post(path, json, "application/json");
    }

    public Answer post(String path, String body, String contentType) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends files as a browser's form would. */
    public Answer upload(String path, Map<String, byte[]> files) {
        String boundary = "boundary-" + UUID.randomUUID();
        var parts = new java.io.ByteArrayOutputStream();
        files.forEach((name, content) -> {
            parts.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name, name).getBytes(StandardCharsets.UTF_8));
            parts.writeBytes(content);
            parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        parts.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(parts.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
