package eu.tremplin.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two commands that are measured, as HTTP requests: authenticated, each with an idempotency key of its own. */
final class Commands {

    private final URI server;
    private final String authorization;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private long sent;

    Commands(URI server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /** Registers startups without end: each command begins a stream. */
    Workload registrations() {
        return () -> registration();
    }

    /** Registers so many startups and keeps their ids. */
    Workload registrations(int count, List<String> ids) {
        return new Workload() {
            private int left = count;

            @Override
            public byte @Nullable [] next() {
                return left-- > 0 ? registration() : null;
            }

            @Override
            public void accepted(String head) {
                String location = new HttpAnswer(head, "").header("location");
                if (location == null) {
                    throw new IllegalStateException("No Location in " + head);
                }
                ids.add(location.substring(location.lastIndexOf('/') + 1));
            }
        };
    }

    /** Reports so many outcomes of every startup, in turn, so that all streams grow together. */
    Workload outcomesOfEach(List<String> startups, int each) {
        var order = new ArrayList<String>(startups.size() * each);
        for (int time = 0; time < each; time++) {
            order.addAll(startups);
        }
        var next = order.iterator();
        return () -> next.hasNext() ? outcome(next.next()) : null;
    }

    /** Reports outcomes without end, each of any of the startups. */
    Workload outcomesOfAny(List<String> startups, Random random) {
        return () -> outcome(startups.get(random.nextInt(startups.size())));
    }

    private byte[] registration() {
        long number = ++sent;
        return post("/api/startups", """
            {"name":"Startup %d","country":"FR","foundedIn":2024,"website":"https://startup-%d.example.org",\
            "description":"Builds small models that run where the data is."}\
            """.formatted(number, number));
    }

    private byte[] outcome(String startup) {
        long number = ++sent;
        return post("/api/startups/" + startup + "/report-outcome", """
            {"fact":{"kind":"headcount","employees":%d},"businessDate":"2025-06-30",\
            "source":"benchmark %s/%d"}\
            """.formatted(number % 500, run, number));
    }

    private byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\n"
                        + "Host: " + server.getAuthority() + "\r\n"
                        + "Authorization: " + authorization + "\r\n"
                        + "Idempotency-Key: benchmark-" + run + "-" + sent + "\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
