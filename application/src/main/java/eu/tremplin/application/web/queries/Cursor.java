package eu.tremplin.application.web.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.SqlColumn;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ends: the last row's values in the columns of the order. It means something to the query it came from
 * only, and nothing in it is trusted.
 */
record Cursor(List<@Nullable Object> values) {

    private static final String PARAMETER = "cursor";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * As it is handed out.
     *
     * @param asked the query, in its own words
     */
    String text(String asked) {
        var notations = new ArrayList<@Nullable String>();
        values.forEach(value -> notations.add(value == null ? null : SqlColumn.notation(value)));
        byte[] json = JSON.writeValueAsBytes(new Form(asked, notations));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    static Cursor parse(String text, String asked, Ordering ordering) {
        List<@Nullable String> notations = form(text).valuesFor(asked, ordering);
        var values = new ArrayList<@Nullable Object>();
        for (int place = 0; place < notations.size(); place++) {
            String value = notations.get(place);
            values.add(
                    value == null
                            ? null
                            : ColumnValue.parse(ordering.columns().get(place).column(), value, PARAMETER));
        }
        return new Cursor(values);
    }

    private static Form form(String text) {
        try {
            Form form = JSON.readValue(new String(Base64.getUrlDecoder().decode(text), UTF_8), Form.class);
            return form == null ? new Form(null, null) : form;
        } catch (IllegalArgumentException | JacksonException _) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.because(
                EdgeReason.MALFORMED_PARAMETER,
                Map.of("parameter", PARAMETER, "expected", "`next` of a page of the same query"));
    }

    /** Read from outside, so any part of it may be missing. */
    private record Form(@Nullable String asked, @Nullable List<@Nullable String> values) {

        List<@Nullable String> valuesFor(String query, Ordering ordering) {
            if (values == null || values.size() != ordering.columns().size() || !query.equals(asked)) {
                throw malformed();
            }
            return values;
        }
    }
}
