package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class CallerTest {

    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void passesWithAnyOfTheRoles() {
        var chair = new Caller.User("ada", person, Set.of(Role.CH, Role.RV), Optional.empty());

        assertThatCode(() -> chair.require(Role.PM, Role.CH)).doesNotThrowAnyException();
        assertThatThrownBy(() -> chair.require(Role.PM, Role.LD)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void isRecordedAsApplicantOfTheApplication() {
        var application = new ApplicationId(UUID.randomUUID());
        var applicant =
                new Caller.Applicant(application, new EditionId(UUID.randomUUID()), new StartupId(UUID.randomUUID()));

        assertThat(applicant.name()).isEqualTo("applicant:" + application);
        assertThat(applicant.person()).isEqualTo(application.contact());
        assertThat(applicant.roles()).containsExactly(Role.AP);
    }
}
