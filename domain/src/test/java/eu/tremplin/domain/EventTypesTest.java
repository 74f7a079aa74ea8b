package eu.tremplin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void namesEveryEvent() {
        List<Class<? extends DomainEvent>> events = DomainClasses.of(DomainEvent.class)
                .<Class<? extends DomainEvent>>map(type -> type.reflect().asSubclass(DomainEvent.class))
                .toList();
        assertThat(EventTypes.all()).extracting(EventType::type).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void givesNoNameTwice() {
        assertThat(EventTypes.all()).extracting(EventType::name).doesNotHaveDuplicates();
    }

    @Test
    void beginsEachNameWithItsContext() {
        assertThat(EventTypes.all())
                .allSatisfy(event -> assertThat("eu.tremplin.domain." + event.name())
                        .startsWith(event.type().getPackageName() + "."));
    }

    @Test
    void countsRevisionsFromOne() {
        assertThat(EventTypes.all()).extracting(EventType::revision).allMatch(revision -> revision >= 1);
    }
}
