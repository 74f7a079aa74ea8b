package eu.tremplin.application.web;

import static org.awaitility.Awaitility.await;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** As much of the language of HTTP files as the guided tour uses: an editor's HTTP client for tests. */
final class HttpFile {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern HANDLER = Pattern.compile("> \\{%(.*?)%}", Pattern.DOTALL);
    private static final Pattern EXPECTATION = Pattern.compile("(?m)^# expects (\\d{3})$");
    private static final Pattern KEPT = Pattern.compile("client\\.global\\.set\\(\"(\\w+)\", response\\.body(.*?)\\);");
    private static final Pattern FOUND = Pattern.compile("\\.find\\(\\w+ => \\w+\\.(\\w+) === \"(\\w+)\"\\)\\.(\\w+)");

    private final Map<String, String> variables = new HashMap<>();
    private final List<Step> steps;

    private HttpFile(List<Step> steps) {
        this.steps = steps;
    }

    static HttpFile at(Path path) throws IOException {
        return new HttpFile(Stream.of(Files.readString(path).split("(?m)^### "))
                .skip(1)
                .map(Step::parse)
                .toList());
    }

    HttpFile with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    List<Step> steps() {
        return steps;
    }

    /** Sends the request, and asks again until what is to be kept of the answer is there. */
    Answer run(Step step, Caller anybody) {
        if (!step.method.equals("GET")) {
            Answer answer = send(step, anybody);
            keep(step, answer);
            return answer;
        }
        return await(step.title).until(() -> send(step, anybody), answer -> keep(step, answer));
    }

    private Answer send(Step step, Caller anybody) {
        Caller caller = anybody;
        for (var header : step.headers.entrySet()) {
            caller = caller.with(header.getKey(), credentials(filled(header.getValue())));
        }
        String path = filled(step.path);
        return step.method.equals("GET") ? caller.get(path) : caller.post(path, filled(step.body));
    }

    /** In HTTP files a name and a password are written as they are. */
    private static String credentials(String value) {
        String[] words = value.split(" ", -1);
        return words.length == 3 && words[0].equals("Basic") ? Caller.basic(words[1], words[2]) : value;
    }

    private boolean keep(Step step, Answer answer) {
        Matcher kept = KEPT.matcher(step.handler);
        while (kept.find()) {
            JsonNode value = find(answer.json(), kept.group(2));
            if (!value.isString()) {
                return false;
            }
            variables.put(kept.group(1), value.asString());
        }
        return true;
    }

    private static JsonNode find(JsonNode body, String expression) {
        Matcher found = FOUND.matcher(expression);
        if (!found.matches()) {
            return body.path(expression.substring(1));
        }
        return body.valueStream()
                .filter(item -> item.path(found.group(1)).asString().equals(found.group(2)))
                .findFirst()
                .orElseThrow()
                .path(found.group(3));
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
    }

    private String value(String name) {
        return switch (name) {
            case "host" -> "";
            case "$uuid" -> UUID.randomUUID().toString();
            case "$timestamp" -> Long.toString(Instant.now().getEpochSecond());
            default -> Objects.requireNonNull(variables.get(name), name);
        };
    }

    /** One request of the file. */
    record Step(
            String title,
            int expected,
            String method,
            String path,
            Map<String, String> headers,
            String body,
            String handler) {

        private static Step parse(String text) {
            Matcher expectation = EXPECTATION.matcher(text);
            int expected = expectation.find() ? Integer.parseInt(expectation.group(1)) : 0;
            Matcher handler = HANDLER.matcher(text);
            String script = handler.find() ? handler.group(1) : "";
            String request = HANDLER.matcher(text).replaceAll("");
            String[] headAndBody = request.split("\n\n", 2);
            List<String> lines = headAndBody[0]
                    .lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            String[] target = lines.getFirst().split(" ", 2);
            var headers = new LinkedHashMap<String, String>();
            lines.stream()
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    // The caller sets it by itself.
                    .filter(header -> !header[0].equals("Content-Type"))
                    .forEach(header -> headers.put(header[0], header[1]));
            return new Step(
                    text.lines().findFirst().orElseThrow(),
                    expected,
                    target[0],
                    target[1],
                    headers,
                    headAndBody.length == 2 ? headAndBody[1].strip() : "",
                    script);
        }

        boolean accepts(int status) {
            return expected == 0 ? status == 200 || status == 201 : status == expected;
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
