package eu.tremplin.application.demonstration.acting;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with credentials of their own. */
public final class Actor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NO_POSITION = "0";

    private final Theatre theatre;
    private final String authorization;
    private final @Nullable String onBehalfOf;

    Actor(Theatre theatre, String authorization, @Nullable String onBehalfOf) {
        this.theatre = theatre;
        this.authorization = authorization;
        this.onBehalfOf = onBehalfOf;
    }

    /** The same person, who acts for the applicant. */
    public Actor onBehalfOfApplicant() {
        return new Actor(theatre, authorization, "applicant");
    }

    /** Does what needs no words beyond its name. */
    public Reply does(String path) {
        return does(path, Map.of());
    }

    public Reply does(String path, Object body) {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new OutOfScript(path + " was to be accepted and was answered " + inShort(answer));
        }
        return new Reply(JSON.readTree(answer.body()), logPosition(answer));
    }

    public void isRefused(String problem, String path) {
        isRefused(problem, path, Map.of());
    }

    /** Tries what is not allowed, and is told why. */
    public void isRefused(String problem, String path, Object body) {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() / 100 == 2 || !problemOf(answer).equals(problem)) {
            throw new OutOfScript(path + " was to be refused as " + problem + " and was answered " + inShort(answer));
        }
    }

    /** Every row of a read model, as soon as that has got as far as a position. */
    public List<JsonNode> reads(String path, long minLogPosition) {
        HttpResponse<String> answer = theatre.send(request(path)
                .header("Accept", "application/x-ndjson")
                .header("Min-Log-Position", Long.toString(minLogPosition))
                .GET()
                .build());
        if (answer.statusCode() != 200) {
            throw new OutOfScript(path + " was to be shown and was answered " + inShort(answer));
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    private HttpResponse<String> post(String path, Object body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (onBehalfOf != null) {
            request.header("On-Behalf-Of", onBehalfOf);
        }
        return theatre.send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(theatre.address(path)).timeout(PATIENCE).header("Authorization", authorization);
    }

    private static long logPosition(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Log-Position").orElse(NO_POSITION));
    }

    /** Status and problem only: what else there is may be about a person. */
    private static String inShort(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2
                ? Integer.toString(answer.statusCode())
                : answer.statusCode() + " " + problemOf(answer);
    }

    /** Last segment of the problem's type. */
    private static String problemOf(HttpResponse<String> answer) {
        String contentType = answer.headers().firstValue("Content-Type").orElse("");
        if (!contentType.startsWith("application/problem+json")) {
            return "without a problem document";
        }
        String type = JSON.readTree(answer.body()).path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
