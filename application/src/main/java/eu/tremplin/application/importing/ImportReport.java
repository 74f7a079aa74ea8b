package eu.tremplin.application.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.domain.shared.Reason;
import eu.tremplin.domain.shared.StartupId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row: {@code rows = imported + alreadyThere + refused}, and one line for each.
 *
 * @param importId under which the events name this import; absent from a dry run, which has none
 * @param sha256 of the file's bytes, in lower-case hex
 * @param position last position in the log that the import led to; absent where nothing was imported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        @Nullable UUID importId,
        boolean dryRun,
        String source,
        String file,
        String sha256,
        long rows,
        long imported,
        long alreadyThere,
        long refused,
        @Nullable Long position,
        List<Line> lines) {

    static ImportReport ofImport(
            UUID importId, Mapping mapping, Upload file, Inspection inspected, long position, List<Line> lines) {
        return of(importId, mapping, file, inspected, position == 0 ? null : position, lines);
    }

    static ImportReport ofRehearsal(Mapping mapping, Upload file, Inspection inspected, List<Line> lines) {
        return of(null, mapping, file, inspected, null, lines);
    }

    private static ImportReport of(
            @Nullable UUID importId,
            Mapping mapping,
            Upload file,
            Inspection inspected,
            @Nullable Long position,
            List<Line> lines) {
        return new ImportReport(
                importId,
                importId == null,
                mapping.source(),
                file.name(),
                inspected.sha256(),
                lines.size(),
                count(lines, Status.IMPORTED),
                count(lines, Status.ALREADY_THERE),
                count(lines, Status.REFUSED),
                position,
                lines);
    }

    private static long count(List<Line> lines, Status status) {
        return lines.stream().filter(line -> line.status == status).count();
    }

    /** What became of a row. */
    enum Status {
        IMPORTED,
        ALREADY_THERE,
        REFUSED
    }

    /**
     * One row's account.
     *
     * @param line of the file, its header being line 1
     * @param row of the table, the first below the header being row 1
     * @param differs whether a row that is already there now says something that was not imported then
     * @param reason code of the refusal
     * @param detail the refusal in a sentence
     * @param facts what the refusal looked at
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(
            long line,
            int row,
            Status status,
            @Nullable StartupId startup,
            @Nullable Boolean differs,
            @Nullable String reason,
            @Nullable String detail,
            Map<String, Object> facts) {

        static Line imported(CsvRow row, StartupId startup) {
            return new Line(row.line(), row.number(), Status.IMPORTED, startup, null, null, null, Map.of());
        }

        static Line alreadyThere(CsvRow row, StartupId startup, boolean differs) {
            return new Line(row.line(), row.number(), Status.ALREADY_THERE, startup, differs, null, null, Map.of());
        }

        static Line refused(CsvRow row, Reason reason, Map<String, Object> facts) {
            return new Line(
                    row.line(), row.number(), Status.REFUSED, null, null, reason.code(), reason.explanation(), facts);
        }
    }
}
