package eu.tremplin.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing in logs, metrics, traces and health is personal, and on disk what is personal is ciphertext. */
class PlantedNamesIT {

    /** Also where our own code tells more than as shipped: whatever it tells then is told beside all the rest. */
    private static final Map<String, String> TALKATIVE = Map.of(
            "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
            "LOGGING_LEVEL_EU_TREMPLIN", "debug",
            "MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0");

    @Test
    void comeOutNowhere() {
        try (var traces = new TraceReceiver()) {
            var settings = new HashMap<>(TALKATIVE);
            settings.put("TREMPLIN_TRACES_ENDPOINT", traces.endpoint());
            try (var tremplin =
                    RunningTremplin.onBareHome("planted-names", settings).start()) {
                plantAndLook(tremplin, traces);
            }
        }
    }

    private static void plantAndLook(RunningTremplin tremplin, TraceReceiver traces) {
        var told = new LinkedHashMap<String, String>();
        List<String> secrets = new ArrayList<>();
        secrets.add(tremplin.as("staff").authorization());
        Caller auditor = tremplin.as("auditor");

        var gossip = new Gossip(tremplin);
        gossip.sayWhatIsAskedFor();
        gossip.sayWhatNobodyAskedFor();
        gossip.signInWrongly();
        gossip.importWrongly();
        gossip.speakNonsense();
        told.put("metrics", auditor.get("/actuator/prometheus").expect(200).body());
        told.put("health", auditor.get("/actuator/health").expect(200).body());
        gossip.sayItToAnEmptyHouse();
        told.put("health without a database", auditor.get("/actuator/health").body());
        await().untilAsserted(() -> assertThat(traces.received()).contains("SubmitReview", "DeclineOffer", "append"));
        tremplin.stop();

        told.put("log", tremplin.output());
        told.put("traces", traces.received());
        secrets.addAll(gossip.tokens());
        assertThat(finds(told, secrets)).isEmpty();
        assertThat(finds(tremplin.home().directory())).isEmpty();
        expectStructured(tremplin.output());
    }

    private static List<String> finds(Map<String, String> told, List<String> secrets) {
        var finds = new ArrayList<String>();
        told.forEach((where, text) -> {
            for (Plant plant : Plant.values()) {
                if (indexOf(text, plant.text()) >= 0) {
                    finds.add(plant + " in " + where + ": " + surroundings(text, plant.text()));
                }
            }
            secrets.stream().filter(text::contains).forEach(_ -> finds.add("a secret in " + where));
        });
        return finds;
    }

    private static int indexOf(String text, String plant) {
        return text.toLowerCase(Locale.ROOT).indexOf(plant.toLowerCase(Locale.ROOT));
    }

    private static String surroundings(String text, String plant) {
        int at = indexOf(text, plant);
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
    }

    /** In the files of a home, its database among them. */
    private static List<String> finds(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("postgres-binaries")))
                    .flatMap(file -> finds(home, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> finds(Path home, Path file) {
        try {
            String content = Files.readString(file, ISO_8859_1);
            return Stream.of(Plant.values())
                    .filter(Plant::isKeptFromDisk)
                    .filter(plant -> content.contains(plant.text()))
                    .map(plant -> plant + " in " + home.relativize(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every line is a document of its own. */
    private static void expectStructured(String log) {
        List<JsonNode> lines = log.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("message").isString()).isTrue());
        assertThat(log.lines().filter(line -> line.contains("could not be answered")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JsonMapper.shared()
                                .readTree(line)
                                .path("correlationId")
                                .asString(""))
                        .isNotEmpty());
    }
}
