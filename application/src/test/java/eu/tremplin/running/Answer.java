package eu.tremplin.running;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The same answer when its status is the expected one. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + ", answered was " + this);
        }
        return this;
    }

    /** The same answer when it is a problem document of this status and type. */
    public Answer expectProblem(int expected, String problem) {
        expect(expected);
        String contentType = headers.firstValue("Content-Type").orElse("none");
        if (!contentType.startsWith("application/problem+json") || !problem.equals(problem())) {
            throw new AssertionError("Expected the problem " + problem + ", answered was " + contentType + " " + this);
        }
        return this;
    }

    /** Last segment of the problem's type. */
    public String problem() {
        String type = json().path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** One document per line. */
    public List<JsonNode> lines() {
        return body.lines().filter(line -> !line.isBlank()).map(JSON::readTree).toList();
    }

    public String id() {
        return json().path("id").asString();
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("No ETag in " + this));
    }

    public long logPosition() {
        return headers.firstValueAsLong("Log-Position")
                .orElseThrow(() -> new AssertionError("No Log-Position in " + this));
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
