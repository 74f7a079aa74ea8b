package eu.tremplin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import eu.tremplin.domain.shared.DomainCommand;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void areHandledOnceEach() {
        List<JavaClass> commands = DomainClasses.of(DomainCommand.class).toList();
        List<JavaClass> handled = DomainClasses.ALL.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(handler -> handler.isAnnotatedWith(CommandHandler.class))
                .map(JavaCodeUnit::getRawParameterTypes)
                .map(List::getFirst)
                .toList();
        assertThat(handled).containsExactlyInAnyOrderElementsOf(commands);
    }
}
