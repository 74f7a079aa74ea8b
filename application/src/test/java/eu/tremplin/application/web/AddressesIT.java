package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller types into an address may be a name, and the access log is kept for ever. */
class AddressesIT {

    private final RunningApplication application = RunningApplication.get();
    private final String correlationId = UUID.randomUUID().toString();

    @Test
    void keepsOurWordsAndIds() {
        String path = "/api/applications/" + UUID.randomUUID() + "/shortlist";
        application
                .as("staff")
                .with("Correlation-Id", correlationId)
                .post(path, "{ broken")
                .expect(400);

        assertThat(what()).isEqualTo("POST " + path);
    }

    @Test
    void leavesOutWhatTheCallerMadeUp() {
        application
                .as("staff")
                .with("Correlation-Id", correlationId)
                .post("/api/applications/ada-lovelace/Marthe%20Dupont/shortlist")
                .expect(404);

        assertThat(what()).isEqualTo("POST /api/applications/…/…/shortlist");
    }

    private String what() {
        return application
                .jdbc()
                .sql("select what from access.access_log where correlation_id = :id")
                .param("id", correlationId)
                .query(String.class)
                .single();
    }
}
