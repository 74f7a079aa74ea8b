package eu.tremplin.application.demonstration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class DemonstrationArchitectureTest {

    private static final String ROOT = "eu.tremplin.application.demonstration";

    private static final String[] STORY = {
        ROOT + ".acting..",
        ROOT + ".cast..",
        ROOT + ".stage..",
        ROOT + ".selection..",
        ROOT + ".programme..",
        ROOT + ".story.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("eu.tremplin.application");

    @Test
    void theStoryKnowsTheApplicationOverHttpOnly() {
        DescribedPredicate<JavaClass> product = resideInAPackage("eu.tremplin..")
                .and(DescribedPredicate.not(resideInAnyPackage(STORY)))
                .as("the rest of the product");

        noClasses()
                .that()
                .resideInAnyPackage(STORY)
                .should()
                .dependOnClassesThat(product)
                .check(CLASSES);
    }

    @Test
    void theEventStoreKnowsNothingOfSimulatedTime() {
        noClasses()
                .that()
                .resideInAPackage("eu.tremplin.application.eventstore..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheDemonstration() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..")
                .check(CLASSES);
    }
}
