package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.shared.InvalidValue;
import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MappingReaderTest {

    @Test
    void readsTheDocumentedMapping() {
        Mapping mapping = MappingReader.read(Mappings.yCombinator());

        assertThat(mapping.programme()).isEqualTo("Y Combinator");
        assertThat(mapping.seasons()).isEqualTo(Map.of("Winter", MonthDay.of(1, 1), "Summer", MonthDay.of(6, 1)));
        assertThat(mapping.columnsRead()).hasSize(9).contains("Satus");
    }

    @Test
    void takesUtf8AndCommaUnlessToldOtherwise() {
        assertThat(Mappings.small().encoding()).isEqualTo(UTF_8);
        assertThat(Mappings.small().separator()).isEqualTo(',');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"programme\"|\"program\"",
                "\"website\"|\"webseite\"",
                "\"separator\"|\"divider\"",
                "\"2020-12-31\"|\"31.12.2020\"",
                "\"--03-01\"|\"--02-30\"",
                "\"ACTIVE\"|\"ALIVE\"",
                "\"USD\"|\"DOLLAR\"",
                "\"2020-12-31\"|20201231",
                "[\"Company\"]|\"Company\"",
                "\"a made-up table\"|7",
                "\"source\"|\"asOf\"",
            })
    void refusesWhatItDoesNotKnow(String good, String bad) {
        assertThatThrownBy(() ->
                        MappingReader.read(Mappings.SMALL.replace(good, bad).getBytes(UTF_8)))
                .isInstanceOfAny(JacksonException.class, InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "\u0000"})
    void refusesWhatIsNoMapping(String json) {
        assertThatThrownBy(() -> MappingReader.read(json.getBytes(UTF_8)))
                .isInstanceOfAny(JacksonException.class, InvalidValue.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"source\": \"a made-up table\",||source is required",
                "\"a made-up table\"|\" \"|source must not be blank",
                "\"asOf\": \"2020-12-31\",||asOf is required",
                "[\"Company\"]|[]|key must name at least one column",
                "[\"Company\"]|[\"Company\", \"Company\"]|key must name at least one column and none twice",
                "\"name\": \"Company\",||columns.name is required",
                "\"status\": \"Status\",||statuses must be given with columns.status",
                "\"country\": \"Country\",||countries must be given with columns.country",
                "\"FR\"|\"France\"|countries must give an ISO 3166 alpha-2 code for France",
                "\"description\": \"About\",|\"description\": null,|",
                "\"separator\": \",\",||amounts.separator is required",
                "\"thousands\": \",\"|\"thousands\": \",\", \"decimal\": \",\"|amounts.decimal must differ",
                "\"key\"|\"charset\": \"UTF-9\", \"key\"|charset is not a character set known here",
                "\"key\"|\"delimiter\": \"comma\", \"key\"|delimiter must be",
            })
    void saysWhatIsWrongWithAMapping(String good, String bad, String message) {
        String json = Mappings.SMALL.replace(good, bad == null ? "" : bad);
        if (message == null) {
            assertThat(MappingReader.read(json.getBytes(UTF_8))).isNotNull();
        } else {
            assertThatThrownBy(() -> MappingReader.read(json.getBytes(UTF_8)))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining(message);
        }
    }
}
