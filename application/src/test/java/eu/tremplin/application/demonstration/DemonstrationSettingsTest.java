package eu.tremplin.application.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.home.StartRefused;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemonstrationSettingsTest {

    @Nested
    class InTheProfile {

        @Test
        void needsNoSetting() {
            DemonstrationSettings settings = inProfile(Map.of()).orElseThrow();

            assertThat(settings.seed()).isEmpty();
            assertThat(settings.paceOrUsual()).isEqualTo(1);
        }

        @Test
        void readsEverySetting() {
            assertThat(inProfile(Map.of(
                            "tremplin.demonstration.seed", "-7",
                            "tremplin.demonstration.applicants", "600",
                            "tremplin.demonstration.pace", "0.5")))
                    .contains(new DemonstrationSettings(Optional.of(-7L), Optional.of(600), Optional.of(0.5)));
        }

        @ParameterizedTest
        @CsvSource({
            "seed, x",
            "seed, ''",
            "seed, 1.5",
            "seed, 99999999999999999999",
            "applicants, 39",
            "applicants, 601",
            "applicants, many",
            "pace, 0",
            "pace, 0.09",
            "pace, 86400.1",
            "pace, -1",
            "pace, NaN",
            "pace, Infinity",
            "pace, '1,5'",
        })
        void refusesWhatIsMalformedOrOutOfRange(String name, String value) {
            String setting = "tremplin.demonstration." + name;

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> inProfile(Map.of(setting, value)))
                    .withMessage("%s is \"%s\".", setting, value)
                    .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Set it to a "));
        }

        @Test
        void refusesSettingsThatThereAreNot() {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> inProfile(Map.of("tremplin.demonstration.sead", "7")))
                    .withMessageContaining("tremplin.demonstration.sead");
        }

        @ParameterizedTest
        @CsvSource({"tremplin.clock, simulated", "tremplin.clock.pace, 2"})
        void refusesOtherClocks(String setting, String value) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> inProfile(Map.of(setting, value)))
                    .withMessageContaining("tremplin.clock");
        }
    }

    @Nested
    class OutsideTheProfile {

        @Test
        void isNoDemonstration() {
            assertThat(outside(Map.of("tremplin.home", "/somewhere"))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"seed, 7", "applicants, 100", "pace, 2", "anything, else"})
        void refusesEverySetting(String name, String value) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> outside(Map.of("tremplin.demonstration." + name, value)))
                    .withMessageContaining("tremplin.demonstration." + name)
                    .satisfies(refused -> assertThat(refused.nextStep()).contains("profile demo"));
        }

        @Test
        void refusesASimulatedClock() {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> outside(Map.of("tremplin.clock", "simulated")))
                    .withMessageContaining("tremplin.clock");
        }
    }

    private static Optional<DemonstrationSettings> inProfile(Map<String, Object> settings) {
        return DemonstrationSettings.of(environment(settings, "demo"));
    }

    private static Optional<DemonstrationSettings> outside(Map<String, Object> settings) {
        return DemonstrationSettings.of(environment(settings));
    }

    private static StandardEnvironment environment(Map<String, Object> settings, String... profiles) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }
}
