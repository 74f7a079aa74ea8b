package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HealthIT {

    private static final String HEALTH = "/actuator/health";

    private final RunningApplication application = RunningApplication.get();

    @Test
    void tellsThoseWhoLookAfterItAboutEveryPart() {
        JsonNode components = application.as("auditor").get(HEALTH).json().path("components");

        assertThat(components.propertyNames())
                .contains("clock", "db", "diskSpace", "eventStore", "logCheck", "reactions", "readModels", "vault");
        assertThat(components.path("reactions").path("details").propertyNames())
                .containsExactlyInAnyOrder("reactions.enrol-startup", "reactions.form-cohort");
    }

    @Test
    void tellsOthersOnlyWhetherItIsWell() {
        assertThat(application.as("analyst").get(HEALTH).json().propertyNames()).doesNotContain("components");
        assertThat(application.nobody().get(HEALTH).json().propertyNames()).doesNotContain("components");
    }
}
