package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class DomainJsonTest {

    private static final UUID SOME_UUID = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
    private static final PersonId PERSON = new PersonId(SOME_UUID);

    private final JsonMapper json = DomainJson.eventMapper(new Upside());

    record Many(
            EditionId id,
            Map<EditionId, Integer> byId,
            BigDecimal exact,
            Instant at,
            Duration within,
            LocalDate day,
            ZoneId zone,
            List<Unit> units,
            boolean open,
            @Nullable String absent) {

        public boolean isEmpty() {
            return false;
        }

        public String getQuestion() {
            return "not data";
        }
    }

    @Test
    void writesValuesInOneFormAndReadsThemBack() {
        var many = new Many(
                new EditionId(SOME_UUID),
                Map.of(new EditionId(SOME_UUID), 3),
                new BigDecimal("1E+3"),
                Instant.parse("2024-08-16T21:59:59.000001Z"),
                Duration.ofMinutes(90),
                LocalDate.of(2024, 8, 16),
                ZoneId.of("Europe/Paris"),
                List.of(Unit.GPU_HOUR),
                true,
                null);

        String written = json.writeValueAsString(many);

        assertThat(written).isEqualTo("""
            {"id":"0190163d-8694-739b-aea5-966c26f8ad91",\
            "byId":{"0190163d-8694-739b-aea5-966c26f8ad91":3},\
            "exact":"1000",\
            "at":"2024-08-16T21:59:59.000001Z",\
            "within":"PT1H30M",\
            "day":"2024-08-16",\
            "zone":"Europe/Paris",\
            "units":["GPU_HOUR"],\
            "open":true}\
            """);
        assertThat(json.readValue(written, Many.class))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                .isEqualTo(many);
    }

    @Test
    void writesAmountsAsExactTextWithTheirUnit() {
        var amount = Amount.of("12.50", Unit.GPU_HOUR);

        assertThat(json.writeValueAsString(amount)).isEqualTo("{\"value\":\"12.5\",\"unit\":\"GPU_HOUR\"}");
        assertThat(json.readValue("{\"value\":\"12.5\",\"unit\":\"GPU_HOUR\"}", Amount.class))
                .isEqualTo(amount);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments("status", new OutcomeFact.Status(CompanyStatus.ACTIVE)),
                arguments("funding", new OutcomeFact.Funding(null, null)),
                arguments("headcount", new OutcomeFact.Headcount(12)),
                arguments(
                        "revenue", new OutcomeFact.Revenue(new BigDecimal("0.5"), Currency.getInstance("EUR"), 2025)));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void saysTheKindOfASealedValueByAFixedName(String kind, OutcomeFact outcome) {
        String written = json.writeValueAsString(outcome);

        assertThat(written).startsWith("{\"kind\":\"" + kind + "\"");
        assertThat(json.readValue(written, OutcomeFact.class)).isEqualTo(outcome);
    }

    @Test
    void sealsPersonalTextOnTheWayInAndKeepsItSealed() {
        String written = json.writeValueAsString(PersonalText.of(PERSON, "Ada"));

        assertThat(written).isEqualTo("{\"person\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"ciphertext\":\"∀pɐ\"}");
        PersonalText read = json.readValue(written, PersonalText.class);
        assertThat(read).isEqualTo(new PersonalText.Encrypted(PERSON, "∀pɐ"));
        assertThat(json.writeValueAsString(read)).isEqualTo(written);
    }

    @Test
    void tellsAsItIsWhyAPersonalTextCannotBeSealed() {
        var failure = new DataAccessResourceFailureException("no keys");
        var keyless = DomainJson.eventMapper(new PersonalTextCipher() {

            @Override
            public PersonalText.Encrypted encrypt(PersonalText.Written text) {
                throw failure;
            }

            @Override
            public Optional<String> open(PersonalText text) {
                return Optional.empty();
            }
        });

        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> keyless.writeValueAsBytes(new Contact(PersonalText.of(PERSON, "Ada"))))
                .isSameAs(failure);
    }

    private record Contact(PersonalText name) {}

    @ParameterizedTest
    @ValueSource(strings = {"\"1-1-1-1-1\"", "\"\"", "7", "{}", "\"not-a-uuid-at-all-but-of-that-lengths\""})
    void refusesWhatIsNoIdentifier(String text) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> json.readValue(text, EditionId.class));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(
                        () -> json.readValue("{\"value\":\"1\",\"unit\":\"SEAT\",\"colour\":\"red\"}", Amount.class));
    }

    /** Turns one name upside down. */
    private static final class Upside implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            return new PersonalText.Encrypted(text.person(), "∀pɐ");
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return Optional.of("Ada");
        }
    }
}
