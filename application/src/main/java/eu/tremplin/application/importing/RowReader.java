package eu.tremplin.application.importing;

import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.outcomes.OutcomeFact.Status;
import eu.tremplin.domain.outcomes.StartupCommand;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.text.Normalizer;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a row into commands by the mapping; what the mapping does not say is refused, never guessed. */
final class RowReader {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Mapping mapping;
    private final @Nullable AmountReader amounts;

    RowReader(Mapping mapping) {
        this.mapping = mapping;
        this.amounts = mapping.amounts() == null ? null : new AmountReader(mapping.amounts());
    }

    /** Reads the row, or throws the {@link Refusal} that says why it cannot be read. */
    StartupRow read(CsvRow row) {
        if (row.isRagged()) {
            throw Refusal.because(
                    RowReason.WRONG_NUMBER_OF_FIELDS,
                    Map.of(
                            "expected",
                            row.expectedFields(),
                            "found",
                            row.fields().size()));
        }
        requireText(row);
        StartupId startup = startup(row);
        try {
            return new StartupRow(startup, commands(startup, row));
        } catch (InvalidValue e) {
            throw Refusal.because(RowReason.VALUE_INVALID, Map.of("value", String.valueOf(e.getMessage())));
        }
    }

    /** The same key names the same startup, however it is capitalised, composed or spaced. */
    private StartupId startup(CsvRow row) {
        var parts = new ArrayList<String>();
        parts.add(mapping.source());
        for (String column : mapping.key()) {
            String part = Normalizer.normalize(row.cell(column), Normalizer.Form.NFC);
            if (part.isEmpty()) {
                throw Refusal.because(RowReason.KEY_MISSING, Map.of("column", column));
            }
            parts.add(SPACE.matcher(part).replaceAll(" ").toLowerCase(Locale.ROOT));
        }
        return new StartupId(Identifier.derivedFrom("import", parts.toArray()));
    }

    private List<StartupCommand> commands(StartupId startup, CsvRow row) {
        var commands = new ArrayList<StartupCommand>();
        commands.add(registration(startup, row));
        commands.add(participation(startup, row));
        String status = mapping.columns().status();
        if (status != null) {
            commands.add(outcome(startup, new Status(status(row.cell(status))), mapping.source()));
        }
        int round = 1;
        for (Funding funding : fundings(row)) {
            // Rounds of one cell share their date and may share their amount; the number tells them apart.
            commands.add(outcome(startup, funding, mapping.source() + ", round " + round++));
        }
        return commands;
    }

    private RegisterStartup registration(StartupId startup, CsvRow row) {
        Mapping.Columns columns = mapping.columns();
        String country = cell(row, columns.country());
        String foundedIn = cell(row, columns.foundedIn());
        return new RegisterStartup(
                startup,
                row.cell(columns.name()),
                country == null ? null : country(country),
                foundedIn == null ? null : year(foundedIn),
                cell(row, columns.website()),
                cell(row, columns.description()));
    }

    private RecordPastParticipation participation(StartupId startup, CsvRow row) {
        Mapping.Columns columns = mapping.columns();
        int year = year(row.cell(columns.year()));
        String season = columns.season() == null ? "" : row.cell(columns.season());
        MonthDay start = mapping.seasons().get(season);
        if (start == null) {
            throw Refusal.because(RowReason.SEASON_UNKNOWN, Map.of("season", season));
        }
        return new RecordPastParticipation(
                startup, mapping.programme(), (year + " " + season).strip(), start.atYear(year), mapping.source());
    }

    private ReportOutcome outcome(StartupId startup, OutcomeFact fact, String source) {
        return new ReportOutcome(startup, fact, mapping.asOf(), source, null);
    }

    private List<Funding> fundings(CsvRow row) {
        String column = mapping.columns().amounts();
        return amounts == null || column == null ? List.of() : amounts.read(row.cell(column));
    }

    private CompanyStatus status(String word) {
        CompanyStatus status = mapping.statuses().get(word);
        if (status == null) {
            throw Refusal.because(RowReason.STATUS_UNKNOWN, Map.of("status", word));
        }
        return status;
    }

    private String country(String name) {
        String code = mapping.countries().get(name);
        if (code == null) {
            throw Refusal.because(RowReason.COUNTRY_UNKNOWN, Map.of("country", name));
        }
        return code;
    }

    private static int year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw Refusal.because(RowReason.NOT_A_YEAR, Map.of("year", text));
        }
        return Integer.parseInt(text);
    }

    private static @Nullable String cell(CsvRow row, @Nullable String column) {
        if (column == null) {
            return null;
        }
        String cell = row.cell(column);
        return cell.isEmpty() ? null : cell;
    }

    private void requireText(CsvRow row) {
        for (String column : mapping.columnsRead()) {
            if (row.cell(column).chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
                throw Refusal.because(RowReason.CONTROL_CHARACTERS, Map.of("column", column));
            }
        }
    }
}
