package eu.tremplin.application.web.queries;

import eu.tremplin.projections.kit.Column;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes each query with its own columns, out of the tables' definitions: the one address of all says nothing. */
@Component
final class QueryDocumentation implements OpenApiCustomizer {

    private static final String ROWS = "/api/{table}";
    private static final String ROW = "/api/{table}/{key}";
    private static final String PROBLEM = "default";

    @Override
    public void customise(OpenAPI api) {
        Operation rows = remove(api, ROWS);
        Operation row = remove(api, ROW);
        for (PublishedTable table : PublishedTable.all()) {
            api.getComponents().addSchemas(schemaName(table), schema(table));
            describe(api, "/api/" + table.path(), rows(table, rows));
            List<Column> key = table.table().keyColumns();
            if (key.size() == 1) {
                Column column = key.getFirst();
                describe(api, "/api/" + table.path() + "/{" + column.name() + "}", row(table, column, row));
            }
        }
    }

    /** Beside the commands that are posted to the same address, where there are any. */
    private static void describe(OpenAPI api, String path, Operation query) {
        api.getPaths().computeIfAbsent(path, _ -> new PathItem()).get(query);
    }

    private static Operation remove(OpenAPI api, String path) {
        return Objects.requireNonNull(api.getPaths().remove(path), path).getGet();
    }

    private static Operation rows(PublishedTable table, Operation general) {
        var content = new Content()
                .addMediaType(Format.JSON.mediaType(), new MediaType().schema(page(table)))
                .addMediaType(Format.CSV.mediaType(), new MediaType().schema(new StringSchema()))
                .addMediaType(Format.NDJSON.mediaType(), new MediaType().schema(reference(table)));
        Operation operation = operation(table, "", general)
                .summary("Rows of " + table.path())
                .description(general.getDescription() + personal(table))
                .responses(answers(general, "The rows", content));
        table.openColumns().forEach(column -> operation.addParametersItem(filter(column)));
        return operation
                .addParametersItem(query(TableQuery.SORT, new StringSchema())
                        .description("Columns by which to sort, `-` before one that descends; absent values come last: "
                                + table.openColumns().stream().map(Column::name).collect(Collectors.joining(", "))))
                .addParametersItem(query(TableQuery.CURSOR, new StringSchema())
                        .description("`next` of the page before, with the same filters and order; for pages only"))
                .addParametersItem(query(TableQuery.LIMIT, limit())
                        .description("Rows of a page, " + QueryController.USUAL_PAGE + " unless given; for pages only"))
                .addParametersItem(query(TableQuery.FORMAT, format()).description("Before what `Accept` asks for"))
                .addParametersItem(knownAt())
                .addParametersItem(minLogPosition());
    }

    private static Operation row(PublishedTable table, Column key, Operation general) {
        return operation(table, "-row", general)
                .summary("One row of " + table.path())
                .description(general.getDescription() + personal(table))
                .addParametersItem(new Parameter()
                        .in("path")
                        .name(key.name())
                        .required(true)
                        .schema(schema(key)))
                .addParametersItem(knownAt())
                .addParametersItem(minLogPosition())
                .responses(answers(
                        general,
                        "The row",
                        new Content().addMediaType(Format.JSON.mediaType(), new MediaType().schema(reference(table)))));
    }

    private static Operation operation(PublishedTable table, String suffix, Operation general) {
        return new Operation().tags(general.getTags()).operationId(table.path() + suffix);
    }

    private static String personal(PublishedTable table) {
        return table.openColumns().equals(table.table().columns())
                ? ""
                : " Personal text is null for those who may not read it, and once it has been erased.";
    }

    private static Parameter filter(Column column) {
        return query(column.name(), schema(column)).description("Only rows with this value");
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static Parameter knownAt() {
        return query(TableQuery.KNOWN_AT, new StringSchema())
                .description(
                        "As it was known then: at an instant of the log's clock such as 2026-11-23T08:00:00Z, or when"
                            + " the log was complete up to a position; Log-Position of the answer is that position");
    }

    private static Parameter minLogPosition() {
        return new Parameter()
                .in("header")
                .name(QueryController.MIN_LOG_POSITION)
                .schema(position())
                .description("`Log-Position` of an earlier answer, whose effects must be seen");
    }

    private static ApiResponses answers(Operation general, String what, Content content) {
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description(what + ", as of Log-Position")
                                .addHeaderObject(QueryController.LOG_POSITION, new Header().schema(position()))
                                .content(content))
                .addApiResponse(PROBLEM, general.getResponses().get(PROBLEM));
    }

    private static Schema<?> page(PublishedTable table) {
        return new ObjectSchema()
                .addProperty("items", new ArraySchema().items(reference(table)))
                .addProperty("next", new StringSchema().description("Absent on the last page"));
    }

    private static Schema<?> schema(PublishedTable table) {
        List<Column> columns = table.table().columns();
        var row = new ObjectSchema();
        columns.forEach(column -> row.addProperty(
                column.name(),
                column.nullable() || column.kind() == Column.Kind.PERSONAL ? orNull(schema(column)) : schema(column)));
        row.setRequired(columns.stream().map(Column::name).toList());
        return row;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        schema.addType("null");
        return schema;
    }

    private static Schema<?> schema(Column column) {
        return switch (column.kind()) {
            case ID -> new UUIDSchema();
            case TEXT, PERSONAL -> new StringSchema();
            case CHOICE -> new StringSchema()._enum(column.choices());
            case INTEGER -> new IntegerSchema();
            case LONG -> position();
            case DECIMAL -> new StringSchema().format("decimal");
            case INSTANT -> new DateTimeSchema();
            case DATE -> new DateSchema();
            case FLAG -> new BooleanSchema();
        };
    }

    private static Schema<?> position() {
        return new IntegerSchema().format("int64");
    }

    private static Schema<?> limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(QueryController.LARGEST_PAGE));
        return limit;
    }

    private static Schema<?> format() {
        return new StringSchema()
                ._enum(Arrays.stream(Format.values()).map(Format::suffix).toList());
    }

    private static Schema<?> reference(PublishedTable table) {
        return new Schema<>().$ref("#/components/schemas/" + schemaName(table));
    }

    /** {@code CohortSeatsRow}. */
    private static String schemaName(PublishedTable table) {
        return Arrays.stream(table.path().split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "", "Row"));
    }
}
