package eu.tremplin.application.commands;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.security.Role;
import eu.tremplin.domain.applications.ApplicationCommand;
import eu.tremplin.domain.applications.ReviewerCommand;
import eu.tremplin.domain.cohorts.CohortCommand;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.credits.CreditGrantCommand;
import eu.tremplin.domain.credits.CreditPoolCommand;
import eu.tremplin.domain.editions.EditionCommand;
import eu.tremplin.domain.outcomes.StartupCommand;
import eu.tremplin.domain.participations.ParticipationCommand;
import eu.tremplin.domain.partners.PartnerCommand;
import eu.tremplin.domain.partners.PledgeCommand;
import eu.tremplin.domain.shared.DomainCommand;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {

    static Stream<Class<? extends DomainCommand>> commands() {
        return Stream.of(
                        EditionCommand.class,
                        PartnerCommand.class,
                        PledgeCommand.class,
                        ApplicationCommand.class,
                        ReviewerCommand.class,
                        CohortCommand.class,
                        ParticipationCommand.class,
                        CreditPoolCommand.class,
                        CreditGrantCommand.class,
                        StartupCommand.class)
                .flatMap(context -> Stream.of(context.getPermittedSubclasses()))
                .map(command -> command.asSubclass(DomainCommand.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesSomebodyForEveryCommand(Class<? extends DomainCommand> command) {
        Permission permission = Permissions.of(command);

        assertThat(permission.roles()).isNotEmpty();
    }

    @Test
    void namesNothingThatIsNoCommand() {
        assertThat(Permissions.commands())
                .containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"AU", "AN", "DPO", "MT"})
    void letsThoseWhoOnlyLookSendNothing(Role role) {
        assertThat(commands().map(Permissions::of))
                .noneMatch(permission -> permission.roles().contains(role)
                        || permission.onBehalf().contains(role));
    }

    @Test
    void letsNobodyButTheChairDecide() {
        assertThat(Permissions.of(AdmitApplication.class)).isEqualTo(Permission.by(Role.CH));
    }
}
