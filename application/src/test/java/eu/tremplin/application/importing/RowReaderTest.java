package eu.tremplin.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.outcomes.OutcomeFact.Status;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final LocalDate AS_OF = LocalDate.of(2020, 12, 31);
    private static final String SOURCE = "a made-up table";

    private final RowReader reader = new RowReader(Mappings.small());

    @Test
    void readsEveryFactOfARow() {
        StartupRow read = read(
                " Alpha ;2019;Autumn;sold;2017;France;https://alpha.example;Makes things;€2,000, undisclosed;Paris");
        StartupId startup = read.startup();

        assertThat(read.commands())
                .containsExactly(
                        new RegisterStartup(startup, "Alpha", "FR", 2017, "https://alpha.example", "Makes things"),
                        new RecordPastParticipation(
                                startup, "Elsewhere", "2019 Autumn", LocalDate.of(2019, 9, 15), SOURCE),
                        new ReportOutcome(startup, new Status(CompanyStatus.EXITED), AS_OF, SOURCE, null),
                        new ReportOutcome(
                                startup,
                                new Funding(new BigDecimal("2000"), Currency.getInstance("EUR")),
                                AS_OF,
                                SOURCE + ", round 1",
                                null),
                        new ReportOutcome(startup, Funding.undisclosed(), AS_OF, SOURCE + ", round 2", null));
    }

    @Test
    void takesAnEmptyCellForNothingKnown() {
        StartupRow read = read("Alpha;2019;Spring;;;;;;;");

        assertThat(read.commands())
                .containsExactly(
                        new RegisterStartup(read.startup(), "Alpha", null, null, null, null),
                        new RecordPastParticipation(
                                read.startup(), "Elsewhere", "2019 Spring", LocalDate.of(2019, 3, 1), SOURCE),
                        new ReportOutcome(read.startup(), new Status(CompanyStatus.UNKNOWN), AS_OF, SOURCE, null));
    }

    @Test
    void givesTheSameStartupForTheSameKeyHoweverItIsWritten() {
        StartupId alpha = read("Café Alpha;2019;Spring;;;;;;;").startup();

        assertThat(read("CAFÉ  alpha;2020;Autumn;gone;;;;;;").startup()).isEqualTo(alpha);
        assertThat(read("Cafe\u0301 Alpha;2019;Spring;;;;;;;").startup()).isEqualTo(alpha);
        assertThat(read("Cafe Alpha;2019;Spring;;;;;;;").startup()).isNotEqualTo(alpha);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alpha;2019;Spring|wrong-number-of-fields",
                "Alpha;2019;Spring;;;;;;;;|wrong-number-of-fields",
                " ;2019;Spring;;;;;;;|key-missing",
                "Alpha;;Spring;;;;;;;|not-a-year",
                "Alpha;19;Spring;;;;;;;|not-a-year",
                "Alpha;2019;Summer;;;;;;;|season-unknown",
                "Alpha;2019;;;;;;;;|season-unknown",
                "Alpha;2019;Spring;Alive;;;;;;|status-unknown",
                "Alpha;2019;Spring;;around 2017;;;;;|not-a-year",
                "Alpha;2019;Spring;;1017;;;;;|value-invalid",
                "Alpha;2019;Spring;;;Frankreich;;;;|country-unknown",
                "Alpha;2019;Spring;;;;;;about $5;|amount-unreadable",
                "Alpha;2019;Spring;;;;;;$0;|value-invalid",
            })
    void saysWhyARowIsRefused(String cells, String code) {
        assertRefused(cells, code);
    }

    @Test
    void refusesTextThatIsTooLongOrNoText() {
        assertRefused("x".repeat(301) + ";2019;Spring;;;;;;;", "value-invalid");
        assertRefused("Al\u0000pha;2019;Spring;;;;;;;", "control-characters");
        assertRefused("Alpha;2019;Spring;;;;;a\u0007b;;", "control-characters");
        assertThat(read("Alpha;2019;Spring;;;;;a\n\tb;;").commands()).isNotEmpty();
    }

    private void assertRefused(String cells, String code) {
        assertThatThrownBy(() -> read(cells))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason().code()).isEqualTo(code));
    }

    private StartupRow read(String cells) {
        List<String> header = Arrays.asList(Mappings.HEADER.strip().split(","));
        var columns = new HashMap<String, Integer>();
        header.forEach(name -> columns.put(name, header.indexOf(name)));
        return reader.read(new CsvRow(2, 1, columns, header.size(), Arrays.asList(cells.split(";", -1))));
    }
}
