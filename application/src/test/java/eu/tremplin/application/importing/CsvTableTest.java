package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void numbersRowsAndLinesBelowTheHeader() {
        List<CsvRow> rows = rows("A,2020,Spring,,,,,,,\n\n\"B\nand Co\",2020,Spring,,,,,,,\r\nC,2020,Spring,,,,,,,");

        assertThat(rows).extracting(CsvRow::number).containsExactly(1, 2, 3);
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L, 6L);
        assertThat(rows).extracting(r -> r.cell("Company")).containsExactly("A", "B\nand Co", "C");
    }

    @Test
    void handsOutRaggedRowsAsSuch() {
        assertThat(rows("A,2020\nB,2020,Spring,,,,,,,\nC,2020,Spring,,,,,,,,,\n"))
                .extracting(CsvRow::isRagged)
                .containsExactly(true, false, true);
    }

    @Test
    void hasNoRowsBelowAHeaderAlone() {
        assertThat(rows("")).isEmpty();
    }

    @Test
    void refusesAnEmptyFile() {
        assertUnusable(new byte[0], "empty");
        assertUnusable("\r\n\n".getBytes(UTF_8), "empty");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertUnusable("Company,Year,Season,Status,Founded,Website,About\n".getBytes(UTF_8), "lacks [Country, Raised]");
    }

    @Test
    void refusesAHeaderThatHasAMappedColumnTwice() {
        assertUnusable((Mappings.HEADER.strip() + ",Year\n").getBytes(UTF_8), "has twice [Year]");
        assertThat(rowsOf((Mappings.HEADER.strip() + ",Office\n").getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotInTheCharset() {
        assertUnusable((Mappings.HEADER + "Café,2020\n").getBytes(ISO_8859_1), "line 2 is not UTF-8");
    }

    @Test
    void refusesWhatIsNotCsv() {
        assertUnusable((Mappings.HEADER + "\"A\"x,2020\n").getBytes(UTF_8), "line 2");
        assertUnusable((Mappings.HEADER + "A,2020\n\"B,2020\nC,2020\n").getBytes(UTF_8), "line 3");
        assertUnusable((Mappings.HEADER + "\"B,2020\nC,\"2020\n").getBytes(UTF_8), "line 2");
    }

    @Test
    void refusesALineWithoutEnd() {
        assertUnusable((Mappings.HEADER + "x".repeat(1_000_000)).getBytes(UTF_8), "line 2");
        assertUnusable((Mappings.HEADER + ",".repeat(1_000_000)).getBytes(UTF_8), "line 2");
        assertUnusable((Mappings.HEADER + ("x".repeat(30_000) + ",").repeat(10)).getBytes(UTF_8), "line 2");
    }

    private static void assertUnusable(byte[] file, String message) {
        assertThatThrownBy(() -> rowsOf(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.facts().get("why")).asString().contains(message));
    }

    private static List<CsvRow> rows(String body) {
        return rowsOf((Mappings.HEADER + body).getBytes(UTF_8));
    }

    private static List<CsvRow> rowsOf(byte[] file) {
        try (CsvTable table = CsvTable.open(new ByteArrayInputStream(file), Mappings.small())) {
            return table.rows().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
