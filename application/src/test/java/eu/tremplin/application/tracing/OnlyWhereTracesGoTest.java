package eu.tremplin.application.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

class OnlyWhereTracesGoTest {

    /** Whatever the libraries on this class path would configure by themselves. */
    private static final List<String> ALL =
            ImportCandidates.load(AutoConfiguration.class, null).getCandidates();

    @Test
    void leavesOutAllThatMakesTracesWhileTheyGoNowhere() {
        assertThat(chosen(""))
                .isNotEmpty()
                .noneMatch(name -> name.contains(".tracing.") || name.contains("opentelemetry"));
    }

    @Test
    void leavesOutNothingOnceTheyGoSomewhere() {
        assertThat(chosen("http://collector:4318/v1/traces"))
                .containsExactlyElementsOf(ALL)
                .anyMatch(name -> name.endsWith("OpenTelemetryTracingAutoConfiguration"));
    }

    private static List<String> chosen(String endpoint) {
        var filter = new OnlyWhereTracesGo();
        filter.setEnvironment(new MockEnvironment().withProperty("tremplin.traces.endpoint", endpoint));
        boolean[] matches = filter.match(ALL.toArray(String[]::new));
        return ALL.stream().filter(name -> matches[ALL.indexOf(name)]).toList();
    }
}
