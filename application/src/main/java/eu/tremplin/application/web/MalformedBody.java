package eu.tremplin.application.web;

import static eu.tremplin.application.problems.EdgeReason.CONTRADICTION;
import static eu.tremplin.application.problems.EdgeReason.INVALID_VALUE;
import static eu.tremplin.application.problems.EdgeReason.MALFORMED_BODY;

import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body and where, without repeating what was sent. */
final class MalformedBody {

    private MalformedBody() {}

    static Answer answer(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return answer(json);
            }
            if (cause instanceof Problem problem) {
                return new Answer(problem.reason(), problem.facts());
            }
        }
        return new Answer(MALFORMED_BODY, "A body is missing, or it is not text in UTF-8.", Map.of("pointer", ""));
    }

    private static Answer answer(JacksonException failure) {
        String pointer = pointer(failure.getPath());
        @Nullable Throwable cause = failure.getCause();
        if (cause instanceof InvalidValue invalid) {
            return new Answer(
                    INVALID_VALUE, invalid.explanation(), Map.of("pointer", pointer, "field", invalid.field()));
        }
        if (cause instanceof Contradiction contradiction) {
            return new Answer(CONTRADICTION, contradiction.explanation(), Map.of("pointer", pointer));
        }
        return new Answer(MALFORMED_BODY, what(failure), Map.of("pointer", pointer));
    }

    private static String what(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException _ -> "This field is not known here.";
            case InvalidFormatException e -> "This must be " + expected(e.getTargetType()) + ".";
            case MismatchedInputException e -> "This is missing or must be " + expected(e.getTargetType()) + ".";
            case DatabindException _ -> "This cannot be read.";
            default -> "The body is not well-formed JSON.";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "Instant" -> "an instant such as 2027-08-16T21:59:59Z";
            case "LocalDate" -> "a date such as 2027-09-01";
            case "ZoneId" -> "a time zone such as Europe/Paris";
            case "Currency" -> "an ISO 4217 code such as EUR";
            case "List", "Set" -> "a list";
            default -> type.getSimpleName().endsWith("Id") ? "a UUID" : "an object";
        };
    }

    private static String pointer(List<JacksonException.Reference> path) {
        String pointer = "";
        for (JacksonException.Reference step : path) {
            pointer = PlaceInBody.child(
                    pointer, step.getPropertyName() != null ? step.getPropertyName() : step.getIndex());
        }
        return pointer;
    }
}
