package eu.tremplin.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * The architecture of the domain as rules about the contexts below a base package: the real ones, or those with planted
 * violations.
 */
final class DomainRules {

    /** Which contexts each context may know; the direction of everything. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("editions", Set.of("shared")),
            Map.entry("partners", Set.of("shared", "editions")),
            Map.entry("applications", Set.of("shared", "editions")),
            Map.entry("cohorts", Set.of("shared", "editions", "applications")),
            Map.entry("participations", Set.of("shared", "editions", "applications", "cohorts")),
            Map.entry("credits", Set.of("shared", "editions", "partners", "applications", "cohorts", "participations")),
            Map.entry("outcomes", Set.of("shared", "editions", "applications", "cohorts", "participations")));

    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime");

    private DomainRules() {}

    static ArchRule leansOnJavaAxonAndJSpecifyOnly(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("eu.tremplin.domain..", "java..", "org.axonframework..", "org.jspecify..");
    }

    static ArchRule contextsKnowOnlyWhatLiesUpstream(String base) {
        return classes()
                .that()
                .resideInAPackage(base + ".*..")
                .should(haveEach("dependency", "lead upstream", (origin, events) -> {
                    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass();
                        if (target.getPackageName().startsWith("eu.tremplin.domain")
                                && !mayKnow(context(base, origin), context(base, target))) {
                            events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                        }
                    }
                }));
    }

    private static boolean mayKnow(String origin, String target) {
        return origin.equals(target) || KNOWN.getOrDefault(origin, Set.of()).contains(target);
    }

    /** The context a class belongs to; empty for the base package itself, which no context may know. */
    private static String context(String base, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(base + ".") ? name.substring(base.length() + 1) : "";
    }

    static ArchRule contextsFormNoCycle(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** House rule: the command service of a downstream context may hold an upstream aggregate, and nobody else. */
    static ArchRule onlyCommandServicesReachForeignAggregates(String base) {
        return classes()
                .that()
                .areAnnotatedWith(AggregateRoot.class)
                .should(haveEach("dependent", "be a command service or at home", (aggregate, events) -> {
                    for (Dependency dependency : aggregate.getDirectDependenciesToSelf()) {
                        JavaClass dependent = dependency.getOriginClass();
                        if (!dependent.getPackageName().equals(aggregate.getPackageName())
                                && !dependent.getPackageName().equals(base)
                                && !isCommandService(dependent)) {
                            events.add(SimpleConditionEvent.violated(dependent, dependency.getDescription()));
                        }
                    }
                }));
    }

    private static boolean isCommandService(JavaClass type) {
        return !type.isAnnotatedWith(AggregateRoot.class)
                && type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(CommandHandler.class));
    }

    static ArchRule aggregatesHaveAStoredNameOfTheirOwn(String base) {
        return classes()
                .that()
                .areAnnotatedWith(AggregateRoot.class)
                .should(haveEach("stored name", "be fixed and begin with its context", (aggregate, events) -> {
                    String name =
                            aggregate.getAnnotationOfType(AggregateRoot.class).type();
                    if (!name.startsWith(context(base, aggregate) + ".")) {
                        events.add(SimpleConditionEvent.violated(
                                aggregate, aggregate.getName() + " is stored as '" + name + "'"));
                    }
                }));
    }

    static ArchRule nothingReadsTheClock(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .accessTargetWhere(describe("the clock is read", access -> readsTheClock(access.getTarget())));
    }

    private static boolean readsTheClock(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return owner.isEquivalentTo(Clock.class)
                || (owner.getPackageName().startsWith("java.time")
                        && target.getName().equals("now"))
                || (owner.isEquivalentTo(System.class) && CLOCKS.contains(target.getName()))
                || (owner.isEquivalentTo(Date.class) && target.getName().equals("<init>"));
    }

    private static ArchCondition<JavaClass> haveEach(
            String what, String be, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>("have each " + what + " " + be) {

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(item, events);
            }
        };
    }
}
