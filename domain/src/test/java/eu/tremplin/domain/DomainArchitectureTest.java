package eu.tremplin.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import eu.tremplin.domain.planted.applications.StoredByClassName;
import eu.tremplin.domain.planted.cohorts.ReachesForeignAggregate;
import eu.tremplin.domain.planted.cohorts.ReadsTheClock;
import eu.tremplin.domain.planted.editions.KnowsDownstream;
import eu.tremplin.domain.planted.editions.LeansOnAnotherLibrary;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class DomainArchitectureTest {

    private static final String DOMAIN = "eu.tremplin.domain";
    private static final String PLANTED = "eu.tremplin.domain.planted";

    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    Stream<DynamicNode> leansOnJavaAxonAndJSpecifyOnly() {
        return holdsAndIsSeenToFail(DomainRules::leansOnJavaAxonAndJSpecifyOnly, LeansOnAnotherLibrary.class);
    }

    @TestFactory
    Stream<DynamicNode> contextsKnowOnlyWhatLiesUpstream() {
        return holdsAndIsSeenToFail(DomainRules::contextsKnowOnlyWhatLiesUpstream, KnowsDownstream.class);
    }

    @TestFactory
    Stream<DynamicNode> contextsFormNoCycle() {
        return holdsAndIsSeenToFail(DomainRules::contextsFormNoCycle, KnowsDownstream.class);
    }

    @TestFactory
    Stream<DynamicNode> onlyCommandServicesReachForeignAggregates() {
        return holdsAndIsSeenToFail(
                DomainRules::onlyCommandServicesReachForeignAggregates, ReachesForeignAggregate.class);
    }

    @TestFactory
    Stream<DynamicNode> aggregatesHaveAStoredNameOfTheirOwn() {
        return holdsAndIsSeenToFail(DomainRules::aggregatesHaveAStoredNameOfTheirOwn, StoredByClassName.class);
    }

    @TestFactory
    Stream<DynamicNode> nothingReadsTheClock() {
        return holdsAndIsSeenToFail(DomainRules::nothingReadsTheClock, ReadsTheClock.class);
    }

    private static Stream<DynamicNode> holdsAndIsSeenToFail(Function<String, ArchRule> rule, Class<?> violation) {
        return Stream.of(
                dynamicTest("holds", () -> rule.apply(DOMAIN).check(DomainClasses.ALL)),
                dynamicTest(
                        "is broken by " + violation.getSimpleName(),
                        () -> assertThat(rule.apply(PLANTED)
                                        .evaluate(PLANTED_CLASSES)
                                        .getFailureReport()
                                        .getDetails())
                                .anySatisfy(detail -> assertThat(detail).contains(violation.getSimpleName()))));
    }
}
