package eu.tremplin.application.demonstration.acting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The application as its users have it, and the way to it. */
public final class Theatre implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI application;

    public Theatre(URI application) {
        this.application = application;
    }

    /** A user, who signs in by password. */
    public Actor user(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Actor(this, "Basic " + Base64.getEncoder().encodeToString(both), null);
    }

    /** An applicant, who holds the token of an application. */
    public Actor applicant(String token) {
        return new Actor(this, "Bearer " + token, null);
    }

    URI address(String path) {
        return application.resolve(path);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OutOfScript(request.method() + " " + request.uri().getPath() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfScript("The play was interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
