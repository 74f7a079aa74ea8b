package eu.tremplin.projections;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import eu.tremplin.domain.shared.DomainCommand;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses PROJECTIONS = new ClassFileImporter().importUrl(placeOf(ReadModels.class));

    private static final JavaClasses WITH_PLANTED =
            new ClassFileImporter().importUrls(List.of(placeOf(ReadModels.class), placeOf(ArchitectureTest.class)));

    private static final ArchRule KNOWS_EVENTS_AND_VALUES_ONLY = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "eu.tremplin.domain..", "eu.tremplin.projections..", "org.jspecify.."));

    private static final ArchRule NEVER_TOUCHES_A_COMMAND = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(DomainCommand.class).or(simpleNameEndingWith("Command")));

    private static final ArchRule NEVER_TOUCHES_AN_AGGREGATE =
            noClasses().should().dependOnClassesThat(annotatedWith(AggregateRoot.class));

    private static final ArchRule STANDS_ALONE = slices().matching("eu.tremplin.projections.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    not(resideInAPackage("eu.tremplin.projections.kit..")),
                    resideInAPackage("eu.tremplin.projections.kit.."));

    private static final ArchRule IS_A_FUNCTION_OF_THE_EVENT = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net..")
                    .or(assignableTo(Clock.class))
                    .or(assignableTo(RandomGenerator.class)))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("knows events and values only", KNOWS_EVENTS_AND_VALUES_ONLY, "UsesALibrary"),
                Arguments.of("never touches a command", NEVER_TOUCHES_A_COMMAND, "KnowsACommand"),
                Arguments.of("never touches an aggregate", NEVER_TOUCHES_AN_AGGREGATE, "KnowsAnAggregate"),
                Arguments.of("stands alone", STANDS_ALONE, "PeeksIntoAnotherReadModel"),
                Arguments.of("is a function of the event: no database", IS_A_FUNCTION_OF_THE_EVENT, "TalksToADatabase"),
                Arguments.of("is a function of the event: no clock", IS_A_FUNCTION_OF_THE_EVENT, "AsksAClock"),
                Arguments.of("is a function of the event: no present", IS_A_FUNCTION_OF_THE_EVENT, "ReadsTheClock"),
                Arguments.of("is a function of the event: no chance", IS_A_FUNCTION_OF_THE_EVENT, "DrawsAnId"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyProjectionKeepsTheRule(String name, ArchRule rule, String planted) {
        assertThatNoException().isThrownBy(() -> rule.check(PROJECTIONS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleIsSeenToFailOnAPlantedViolation(String name, ArchRule rule, String planted) {
        assertThat(rule.evaluate(WITH_PLANTED).getFailureReport().getDetails())
                .anySatisfy(violation -> assertThat(violation).contains(planted));
    }
}
