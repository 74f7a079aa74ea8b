package eu.tremplin.domain.planted.editions;

import org.assertj.core.api.Assertions;

/** Breaks the rule that the domain leans on Java, Axon and JSpecify only. */
public final class LeansOnAnotherLibrary {

    void lean() {
        Assertions.assertThat(true).isTrue();
    }
}
