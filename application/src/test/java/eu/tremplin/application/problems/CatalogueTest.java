package eu.tremplin.application.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.tremplin.domain.shared.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");

    private static final List<Reason> ALL = Catalogue.all().values().stream()
            .<Reason>flatMap(Collection::stream)
            .toList();

    @Test
    void givesEachReasonACodeOfItsOwn() {
        assertThat(ALL).extracting(Reason::code).doesNotHaveDuplicates();
    }

    @Test
    void holdsEveryReasonThereIs() {
        var reasons = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("eu.tremplin").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                        // Why a row is not imported stands in the import's report and is no problem of the request.
                        .filter(type -> !type.getPackageName().equals("eu.tremplin.application.importing"))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(ALL.stream().map(reason -> reason.getClass().getName()).distinct())
                .containsExactlyInAnyOrderElementsOf(reasons);
    }

    @Test
    void explainsEachReasonInASentence() {
        assertThat(ALL).allSatisfy(reason -> assertThat(reason.explanation()).matches("[A-Z].*\\."));
    }

    /** After a change: {@code mvn verify -Ddocs.write=true}, and commit the document with it. */
    @Test
    void isDocumentedAsItIs() throws IOException {
        String document = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT).hasContent(document);
    }

    private static String document() {
        var text = new StringBuilder("""
            # Problems

            What is not done is answered as `application/problem+json` (RFC 9457). Its `type` is `/problems/` and the code
            below, `title` the code in words, `detail` one sentence, `correlationId` what ties it to the log. Other members
            are the facts that were looked at; `pointer` is the place in the body (RFC 6901). Nothing in it is personal.

            This page is written from the code and checked by `CatalogueTest`.
            """);
        Catalogue.all().forEach((chapter, reasons) -> {
            text.append("\n## ").append(chapter).append("\n\n| Code | Status | Explanation |\n|---|---|---|\n");
            reasons.forEach(reason -> text.append("| `%s` | %d | %s |%n"
                    .formatted(reason.code(), Catalogue.status(reason).value(), reason.explanation())));
        });
        return text.toString();
    }
}
