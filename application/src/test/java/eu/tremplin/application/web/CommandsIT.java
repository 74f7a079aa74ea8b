package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Caller;
import org.junit.jupiter.api.Test;

class CommandsIT {

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");

    @Test
    void answersCreationWithLocationVersionAndPosition() {
        var answer = staff.post("/api/editions", """
            {"programme":"Station", "name":"Edition 2", "host":"Host", "seats":5, "zone":"Europe/Paris",
             "residency":"EU", "startsOn":"2027-09-01", "endsOn":"2028-02-28"}\
            """).expect(201);

        assertThat(answer.headers().firstValue("Location")).hasValue("/api/editions/" + answer.id());
        assertThat(answer.etag()).isEqualTo("\"0\"");
        assertThat(answer.logPosition())
                .isEqualTo(answer.json().path("position").asLong());
    }
}
