package eu.tremplin.application.web.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.application.history.Reads;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.SqlTable;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.vault.PersonalTextCipher;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions to the read models. */
@RestController
@RequestMapping("/api")
@Tag(name = "Read models")
final class QueryController {

    static final String TABLES =
            "/{table:editions|worklist|selection-board|selection-reviews|reviewers|conflicts|cohort-roster|cohort-seats"
                    + "|credit-statement|credit-pools|credit-postings|partner-credits|funnel|due}";

    static final int USUAL_PAGE = 50;
    static final int LARGEST_PAGE = 500;
    static final String LOG_POSITION = "Log-Position";
    static final String MIN_LOG_POSITION = "Min-Log-Position";

    private static final int FETCH_SIZE = 500;

    private final Snapshots snapshots;
    private final Withheld withheld;
    private final PersonalTextCipher cipher;
    private final Reads reads;
    private final JsonMapper json;

    QueryController(Snapshots snapshots, Withheld withheld, PersonalTextCipher cipher, Reads reads, JsonMapper json) {
        this.snapshots = snapshots;
        this.withheld = withheld;
        this.cipher = cipher;
        this.reads = reads;
        this.json = json;
    }

    @GetMapping(TABLES)
    @Operation(
            summary = "The rows of a read model",
            description = "By page as JSON; whole and streamed as text/csv or application/x-ndjson.")
    @Nullable
    ResponseEntity<RowPage> rows(
            @PathVariable String table,
            @RequestParam(name = TableQuery.LIMIT, required = false) @Nullable Integer limit,
            @RequestParam(name = TableQuery.FORMAT, required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = MIN_LOG_POSITION, defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        PublishedTable asked = asked(table, minLogPosition, caller);
        TableQuery query = withheld.from(caller, TableQuery.parse(asked, request.getParameterMap()));
        Format form = Format.of(format, accept);
        return switch (form) {
            case JSON -> page(query, limit == null ? USUAL_PAGE : limit, caller, request);
            case CSV, NDJSON -> {
                // An export has every row: whoever asks for some of them has mistaken it for a page.
                refuseIf(query.after() != null, TableQuery.CURSOR);
                refuseIf(limit != null, TableQuery.LIMIT);
                stream(query, form, caller, request, response);
                yield null;
            }
        };
    }

    private static void refuseIf(boolean given, String parameter) {
        if (given) {
            throw Problem.because(EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", parameter));
        }
    }

    @GetMapping(TABLES + "/{key}")
    @Operation(
            summary = "One row, by its key",
            description = "With the version of its stream as ETag, where it has one and is shown as it is now.")
    ResponseEntity<Map<String, @Nullable Object>> row(
            @PathVariable String table,
            @PathVariable String key,
            @RequestHeader(name = MIN_LOG_POSITION, defaultValue = "0") long minLogPosition,
            Caller caller,
            HttpServletRequest request) {
        PublishedTable asked = asked(table, minLogPosition, caller);
        if (asked.table().keyColumns().size() != 1) {
            throw Problem.because(EdgeReason.NOT_FOUND);
        }
        String keyColumn = asked.table().keyColumns().getFirst().name();
        var parameters = new HashMap<>(request.getParameterMap());
        parameters.keySet().retainAll(Set.of(TableQuery.KNOWN_AT));
        parameters.put(keyColumn, new String[] {key});
        TableQuery query = withheld.from(caller, TableQuery.parse(asked, parameters));
        reads.read(request, caller, null, query.inWords());
        return snapshots.read(query, (connection, source, position) -> {
            List<@Nullable Object> row = fetch(query, connection, source, 1).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.because(EdgeReason.NOT_FOUND));
            var answer = ResponseEntity.ok().header(LOG_POSITION, Long.toString(position));
            if (query.knownAt() == null) {
                // A former version is none that a command can be held to.
                asked.versionPlace().ifPresent(place -> answer.eTag(String.valueOf(row.get(place))));
            }
            return answer.body(new Presentation(asked, caller, cipher).json(row));
        });
    }

    private PublishedTable asked(String table, long minLogPosition, Caller caller) {
        ReadModelRows.requireReader(caller);
        PublishedTable asked = PublishedTable.at(table);
        snapshots.awaitPosition(asked, minLogPosition);
        withheld.awaitPosition(asked, minLogPosition);
        return asked;
    }

    private ResponseEntity<RowPage> page(TableQuery query, int limit, Caller caller, HttpServletRequest request) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.because(
                    EdgeReason.MALFORMED_PARAMETER,
                    Map.of("parameter", TableQuery.LIMIT, "expected", "between 1 and " + LARGEST_PAGE));
        }
        reads.read(request, caller, null, query.inWords());
        return snapshots.read(query, (connection, source, position) -> {
            List<List<@Nullable Object>> rows = fetch(query, connection, source, limit + 1);
            boolean more = rows.size() > limit;
            var shown = more ? rows.subList(0, limit) : rows;
            var presentation = new Presentation(query.table(), caller, cipher);
            return ResponseEntity.ok()
                    .header(LOG_POSITION, Long.toString(position))
                    .body(new RowPage(
                            shown.stream().map(presentation::json).toList(),
                            more ? query.behind(shown.getLast()) : null));
        });
    }

    private static List<List<@Nullable Object>> fetch(
            TableQuery query, Connection connection, SqlTable source, int limit) throws SQLException {
        try (var statement = query.prepare(connection, source.select(), limit);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<List<@Nullable Object>>();
            while (result.next()) {
                rows.add(source.read(result));
            }
            return rows;
        }
    }

    private void stream(
            TableQuery query, Format format, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        // Written down before anything leaves, and on a connection of its own: what follows is at least up to here.
        long atLeast = snapshots.read(query, (_, _, position) -> position);
        var words = new TreeMap<>(query.inWords());
        words.put(TableQuery.FORMAT, format.suffix());
        reads.exported(request, caller, words, atLeast);
        snapshots.read(query, (connection, source, position) -> {
            try (var statement = query.prepare(connection, source.select(), 0)) {
                statement.setFetchSize(FETCH_SIZE);
                try (var result = statement.executeQuery()) {
                    response.setContentType(format.mediaType());
                    response.setHeader(LOG_POSITION, Long.toString(position));
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + query.table().path() + "." + format.suffix() + "\"");
                    write(query, format, caller, source, result, response);
                }
            }
            return true;
        });
    }

    private void write(
            TableQuery query,
            Format format,
            Caller caller,
            SqlTable source,
            ResultSet result,
            HttpServletResponse response)
            throws SQLException, IOException {
        var presentation = new Presentation(query.table(), caller, cipher);
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        RowWriter rows = switch (format) {
            case CSV -> new CsvRows(writer, presentation);
            case NDJSON -> new NdjsonRows(writer, presentation, json);
            case JSON -> throw new IllegalArgumentException("JSON is answered by page");
        };
        while (result.next()) {
            rows.write(source.read(result));
        }
        rows.flush();
    }

    /**
     * Some rows, in order.
     *
     * @param next {@code cursor} of the page behind this one; absent on the last one
     */
    record RowPage(
            List<Map<String, @Nullable Object>> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}
}
