package eu.tremplin.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.tngtech.archunit.core.domain.JavaClass;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.testing.Observed;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class EffectsTest {

    /** Nothing is declared that does not happen; each scenario sees to it that nothing happens that is not declared. */
    @Test
    void areWhatTheScenariosOfThisModuleObserve() {
        runTheOthers();

        Map<Class<? extends DomainCommand>, Set<Class<? extends DomainEvent>>> declared = DomainClasses.of(
                        DomainCommand.class)
                .<Class<? extends DomainCommand>>map(EffectsTest::command)
                .collect(toMap(identity(), Effects::of));
        assertThat(Observed.effects()).isEqualTo(declared);
    }

    @Test
    void giveEveryEventACause() {
        assertThat(EventTypes.all())
                .allSatisfy(event -> assertThat(Effects.causes(event.type())).isNotEmpty());
    }

    private static void runTheOthers() {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(EffectsTest.class.getPackageName()))
                        .filters(
                                includeEngines("junit-jupiter"),
                                excludeClassNamePatterns(".*EffectsTest", ".*\\.planted\\..*"))
                        .build());
    }

    private static Class<? extends DomainCommand> command(JavaClass type) {
        return type.reflect().asSubclass(DomainCommand.class);
    }
}
