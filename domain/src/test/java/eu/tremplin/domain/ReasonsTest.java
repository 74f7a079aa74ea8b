package eu.tremplin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import eu.tremplin.domain.shared.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final List<Reason> REASONS = DomainClasses.of(Reason.class)
            .map(JavaClass::reflect)
            .flatMap(type -> Stream.of((Reason[]) type.getEnumConstants()))
            .toList();

    @Test
    void areToldApartByTheirCodes() {
        assertThat(REASONS).isNotEmpty();
        assertThat(REASONS).extracting(Reason::code).doesNotHaveDuplicates();
    }

    @Test
    void explainThemselvesInOneSentence() {
        assertThat(REASONS).extracting(Reason::explanation).allMatch(text -> text.matches("[A-Z][^.]*\\."));
    }
}
