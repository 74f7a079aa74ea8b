package eu.tremplin.tour;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What drives the system from outside shares no code with it, so it cannot share its mistakes. */
class FromOutsideTest {

    private static final String[] OUTSIDE = {
        "eu.tremplin.running..",
        "eu.tremplin.tour..",
        "eu.tremplin.demonstration..",
        "eu.tremplin.leaks..",
        "eu.tremplin.browser.."
    };
    private static final String[] PRODUCT = {
        "eu.tremplin.application..", "eu.tremplin.domain..", "eu.tremplin.projections.."
    };

    @Test
    void usesNoClassOfTheProduct() {
        JavaClasses classes = new ClassFileImporter()
                .importPackages(
                        "eu.tremplin.running",
                        "eu.tremplin.tour",
                        "eu.tremplin.demonstration",
                        "eu.tremplin.leaks",
                        "eu.tremplin.browser");

        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PRODUCT)
                .check(classes);
    }
}
