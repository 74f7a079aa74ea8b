package eu.tremplin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.tour.recount.Cell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One table of the read models, asked for in each of the ways in which it can be had; cells are texts. */
public record Table(Caller reader, String name, long minLogPosition) {

    private static final int SMALL_PAGE = 4;
    private static final int SEVERAL = 8;

    /** The same rows whichever way they are asked for, and no others. */
    public void expectInEveryForm(List<Map<String, String>> rows) {
        expectSame(name + " in pages", pages(rows.size()), rows);
        expectSame(name + " in lines", lines(), rows);
        expectSame(name + " in CSV", csv(), rows);
    }

    /** Says which rows differ, where comparing all of them would bury it. */
    private static void expectSame(String what, List<Map<String, String>> actual, List<Map<String, String>> expected) {
        var unexpected = new ArrayList<>(actual);
        unexpected.removeAll(expected);
        var missing = new ArrayList<>(expected);
        missing.removeAll(actual);
        assertThat(unexpected)
                .as(what + ": rows unlike the recount, which has " + missing)
                .isEmpty();
        assertThat(actual).as(what).hasSameSizeAs(expected);
    }

    /** Page by page, in pages so small that there are several, and so large that they are not many. */
    private List<Map<String, String>> pages(int expected) {
        int limit = Math.max(SMALL_PAGE, expected / SEVERAL);
        var rows = new ArrayList<Map<String, String>>();
        String cursor = "";
        do {
            JsonNode page = ask(
                            "application/json",
                            "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor)))
                    .json();
            page.path("items").forEach(item -> rows.add(cells(item)));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return rows;
    }

    public List<Map<String, String>> lines() {
        return ask("application/x-ndjson", "").lines().stream()
                .map(Table::cells)
                .toList();
    }

    private List<Map<String, String>> csv() {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(ask("text/csv", "").body())) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Answer ask(String mediaType, String query) {
        return reader.with("Accept", mediaType)
                .with("Min-Log-Position", Long.toString(minLogPosition))
                .get("/api/" + name + query)
                .expect(200);
    }

    private static Map<String, String> cells(JsonNode row) {
        var cells = new LinkedHashMap<String, String>();
        row.properties().forEach(column -> cells.put(column.getKey(), Cell.of(column.getValue())));
        return cells;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
