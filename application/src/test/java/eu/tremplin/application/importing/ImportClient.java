package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends imports over HTTP as one of the users of the first start. */
final class ImportClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI imports;
    private final @Nullable String authorisation;

    private ImportClient(URI imports, @Nullable String authorisation) {
        this.imports = imports;
        this.authorisation = authorisation;
    }

    static ImportClient signedIn(int port, Path home, String user) throws IOException {
        var credentials = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("credentials.properties"))) {
            credentials.load(reader);
        }
        String pair = user + ":" + credentials.getProperty(user);
        return new ImportClient(
                URI.create("http://127.0.0.1:" + port + "/api/imports"),
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    ImportClient withoutCredentials() {
        return new ImportClient(imports, null);
    }

    String authorisation() {
        return Objects.requireNonNull(authorisation);
    }

    Answer send(boolean dryRun, String mapping, byte[] table) {
        return send(
                dryRun ? "?dryRun=true" : "",
                new MultipartForm()
                        .file("file", "table.csv", table)
                        .file("mapping", "mapping.json", mapping.getBytes(UTF_8)));
    }

    Answer send(String query, MultipartForm form) {
        var request = HttpRequest.newBuilder(URI.create(imports + query))
                .header("Content-Type", form.contentType())
                .POST(form.body());
        if (authorisation != null) {
            request.header("Authorization", authorisation);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Log-Position").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String logPosition, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
