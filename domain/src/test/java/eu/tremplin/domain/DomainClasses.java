package eu.tremplin.domain;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** Every class of the domain, without its tests; read once. */
final class DomainClasses {

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("eu.tremplin.domain");

    private DomainClasses() {}

    /** The classes that are one of these, without the interfaces between. */
    static Stream<JavaClass> of(Class<?> type) {
        return ALL.stream().filter(it -> it.isAssignableTo(type) && !it.isInterface());
    }
}
