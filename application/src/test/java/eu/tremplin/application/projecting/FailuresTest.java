package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53100", "55P03", "57P01", "57014", ""})
    void pass(String state) {
        assertThat(Failures.isPassing(new SQLException("any", state))).isTrue();
        assertThat(Failures.isPassing(new IllegalStateException(new SQLException("any", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22P02", "54000", "42P01", "25P02"})
    void comeAgain(String state) {
        assertThat(Failures.isPassing(new SQLException("any", state))).isFalse();
    }

    @Test
    void passWhereTheMachineHasTooLittleMemory() {
        assertThat(Failures.isPassing(new OutOfMemoryError())).isTrue();
        assertThat(Failures.isPassing(new StackOverflowError())).isFalse();
        assertThat(Failures.isPassing(new ArithmeticException())).isFalse();
    }
}
