package eu.tremplin.application.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import eu.tremplin.application.testing.LogLines;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReactionsIT {

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");
    private final Caller auditor = application.as("auditor");

    @Test
    void formsTheCohortOfAPlannedEdition() {
        Programme programme = Programme.planned(application, 3);
        CohortId cohort = CohortId.of(new EditionId(UUID.fromString(programme.edition())));

        JsonNode formed = firstOf(cohort.toString());

        JsonNode planned = firstOf(programme.edition());
        assertThat(formed.path("type").asString()).isEqualTo("cohorts.CohortFormed");
        assertThat(formed.path("payload").path("seats").asInt()).isEqualTo(3);
        assertThat(formed.path("metadata").path("actor").asString()).isEqualTo("system:reactions");
        assertThat(formed.path("metadata").path("causationId").asString())
                .isEqualTo(planned.path("eventId").asString());
        assertThat(formed.path("metadata").path("correlationId").asString())
                .isEqualTo(planned.path("metadata").path("correlationId").asString());
    }

    @Test
    void enrolsAStartupThatAcceptsItsOffer() {
        Programme programme = Programme.open(application, 1).withCohort();
        var shortlisted = programme.shortlisted(programme.reviewer());
        staff.post(shortlisted.path("admit")).expect(200);
        application
                .withToken(shortlisted.token())
                .post(shortlisted.path("accept-offer"))
                .expect(200);

        JsonNode enrolled = firstOf(ParticipationId.of(new ApplicationId(UUID.fromString(shortlisted.id())))
                .toString());

        assertThat(enrolled.path("type").asString()).isEqualTo("participations.StartupEnrolled");
        assertThat(enrolled.path("edition").isMissingNode()).isTrue();
        assertThat(enrolled.path("payload").path("edition").asString()).isEqualTo(programme.edition());
    }

    @Test
    void logsARefusedCommandByItsNameAndIdsAlone() throws Exception {
        var application = new ApplicationId(UUID.randomUUID());
        var cohort = CohortId.of(new EditionId(UUID.randomUUID()));
        var cause = GenericEventMessage.asEventMessage("What has happened");
        var reason = PersonalText.of(application.contact(), "We stay in Bordeaux");
        try (var log = new LogLines()) {
            this.application
                    .part(ReactionSender.class)
                    .send(cause, application, new DeclineOffer(cohort, application, reason));

            assertThat(log.by(ReactionSender.class))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsOnlyOnce("DeclineOffer for %s after %s was refused: not-allowed"
                            .formatted(application, cause.getIdentifier()));
        }
    }

    @Test
    void logsUnderTheCorrelationIdOfItsCause() throws Exception {
        var application = new ApplicationId(UUID.randomUUID());
        var cohort = CohortId.of(new EditionId(UUID.randomUUID()));
        String correlationId = UUID.randomUUID().toString();
        var cause = GenericEventMessage.asEventMessage("What has happened")
                .andMetaData(Map.of(CommandMetadata.CORRELATION_ID, correlationId));
        try (var log = new LogLines()) {
            this.application
                    .part(ReactionSender.class)
                    .send(
                            cause,
                            application,
                            new DeclineOffer(cohort, application, PersonalText.of(application.contact(), "No")));

            assertThat(log.under(correlationId))
                    .extracting(ILoggingEvent::getLoggerName)
                    .containsOnlyOnce(ReactionSender.class.getName());
        }
    }

    private JsonNode firstOf(String stream) {
        // A stream is there a moment before the log is known to be complete up to its first event.
        Answer found = await().until(
                        () -> auditor.get("/api/history/streams/" + stream),
                        answer -> answer.json().path("items").has(0));
        return found.json().path("items").path(0);
    }
}
