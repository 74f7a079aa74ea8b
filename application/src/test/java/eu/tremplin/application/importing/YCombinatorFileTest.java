package eu.tremplin.application.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.outcomes.CompanyStatus;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.outcomes.OutcomeFact.Status;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures are counted in the file by other means than this program's. */
class YCombinatorFileTest {

    @Test
    void understandsEveryRow() throws IOException {
        List<StartupRow> rows = read();

        assertThat(rows).hasSize(688);
        assertThat(rows).extracting(StartupRow::startup).doesNotHaveDuplicates();
        assertThat(commands(rows, RegisterStartup.class)).hasSize(688);
        assertThat(commands(rows, RegisterStartup.class).filter(c -> Objects.equals(c.country(), "US")))
                .hasSize(457);
        assertThat(commands(rows, RegisterStartup.class).filter(c -> c.country() == null))
                .hasSize(200);
        assertThat(commands(rows, RegisterStartup.class).filter(c -> c.foundedIn() == null))
                .hasSize(537);
        assertThat(commands(rows, RecordPastParticipation.class)
                        .filter(c -> c.session().equals("2012 Summer")))
                .hasSize(84);
        assertThat(facts(rows, Status.class).collect(groupingBy(Status::status, counting())))
                .isEqualTo(Map.of(CompanyStatus.ACTIVE, 523L, CompanyStatus.EXITED, 80L, CompanyStatus.CLOSED, 85L));
    }

    @Test
    void readsEveryRound() throws IOException {
        List<Funding> rounds = facts(read(), Funding.class).toList();

        assertThat(rounds).hasSize(1001);
        assertThat(rounds.stream().filter(r -> r.amount() == null)).hasSize(424);
        assertThat(rounds.stream()
                        .map(Funding::amount)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3875976000");
    }

    private static List<StartupRow> read() throws IOException {
        Mapping mapping = MappingReader.read(Mappings.yCombinator());
        var reader = new RowReader(mapping);
        try (CsvTable table = CsvTable.open(Files.newInputStream(YCombinatorFile.orSkip()), mapping)) {
            return table.rows().map(reader::read).toList();
        }
    }

    private static <C> Stream<C> commands(List<StartupRow> rows, Class<C> kind) {
        return rows.stream()
                .flatMap(r -> r.commands().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static <F extends OutcomeFact> Stream<F> facts(List<StartupRow> rows, Class<F> kind) {
        return commands(rows, ReportOutcome.class)
                .map(ReportOutcome::fact)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
