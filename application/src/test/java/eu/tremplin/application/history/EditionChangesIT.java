package eu.tremplin.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EditionChangesIT {

    private final RunningApplication application = RunningApplication.get();
    private final EditionChanges changes = application.part(EditionChanges.class);

    @Test
    void concernTheEditionTheyAreOfAndNoOther() {
        var programme = Programme.open(application, 1);
        var other = Programme.open(application, 1);
        long position = position(
                programme.staff().post(programme.path("close-call")).expect(200).json());

        var found = changes.between(position - 1, position);

        assertThat(found.concern(UUID.fromString(programme.edition()))).isTrue();
        assertThat(found.concern(UUID.fromString(other.edition()))).isFalse();
    }

    @Test
    void concernEveryEditionWhereTheyAreOfNone() {
        var programme = Programme.planned(application, 1);
        long position = position(programme
                .staff()
                .post("/api/startups", "{\"name\":\"Startup\", \"country\":\"FR\"}")
                .expect(201)
                .json());

        assertThat(changes.between(position - 1, position).concern(UUID.fromString(programme.edition())))
                .isTrue();
    }

    @Test
    void concernEveryEditionWhereThereAreTooManyToLookAt() {
        assertThat(changes.between(0, 1_000_000).concern(UUID.randomUUID())).isTrue();
    }

    private static long position(JsonNode answer) {
        return answer.path("position").asLong();
    }
}
