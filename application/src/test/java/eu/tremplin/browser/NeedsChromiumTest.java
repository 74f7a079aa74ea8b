package eu.tremplin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.tremplin.browser.NeedsChromium.Condition;
import org.junit.jupiter.api.Test;

class NeedsChromiumTest {

    @Test
    void runsWhereThereIsOne() {
        assertThat(Condition.judge(true, true).isDisabled()).isFalse();
        assertThat(Condition.judge(true, false).isDisabled()).isFalse();
    }

    @Test
    void isSkippedByNameWhereThereIsNone() {
        var skipped = Condition.judge(false, false);

        assertThat(skipped.isDisabled()).isTrue();
        assertThat(skipped.getReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no Chromium"));
    }

    @Test
    void failsWhereOneIsRequired() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Condition.judge(false, true))
                .withMessageContaining("no Chromium");
    }
}
