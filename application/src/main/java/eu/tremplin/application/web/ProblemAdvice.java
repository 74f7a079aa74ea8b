package eu.tremplin.application.web;

import static eu.tremplin.application.problems.EdgeReason.CONTENT_TOO_LARGE;
import static eu.tremplin.application.problems.EdgeReason.CONTRADICTION;
import static eu.tremplin.application.problems.EdgeReason.CROSS_SITE_REQUEST;
import static eu.tremplin.application.problems.EdgeReason.INTERNAL_ERROR;
import static eu.tremplin.application.problems.EdgeReason.INVALID_VALUE;
import static eu.tremplin.application.problems.EdgeReason.MALFORMED_HEADER;
import static eu.tremplin.application.problems.EdgeReason.MALFORMED_PARAMETER;
import static eu.tremplin.application.problems.EdgeReason.METHOD_NOT_ALLOWED;
import static eu.tremplin.application.problems.EdgeReason.NOT_ACCEPTABLE;
import static eu.tremplin.application.problems.EdgeReason.NOT_ALLOWED;
import static eu.tremplin.application.problems.EdgeReason.NOT_FOUND;
import static eu.tremplin.application.problems.EdgeReason.SIGN_IN_FAILED;
import static eu.tremplin.application.problems.EdgeReason.SIGN_IN_NEEDED;
import static eu.tremplin.application.problems.EdgeReason.TOO_MANY_REQUESTS;
import static eu.tremplin.application.problems.EdgeReason.TOO_MANY_SIGN_IN_FAILURES;
import static eu.tremplin.application.problems.EdgeReason.UNAVAILABLE;
import static eu.tremplin.application.problems.EdgeReason.UNKNOWN_REFERENCE;
import static eu.tremplin.application.problems.EdgeReason.UNSUPPORTED_MEDIA_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.commands.CommandRefused;
import eu.tremplin.application.eventstore.AppendUnconfirmed;
import eu.tremplin.application.eventstore.IdempotencyKeyTaken;
import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.problems.RefusalCounts;
import eu.tremplin.application.security.CrossSiteRequest;
import eu.tremplin.application.security.PageRequest;
import eu.tremplin.application.security.TooManySignInFailures;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Answers whatever is not done with one kind of document, RFC 9457, that tells nothing about people or our insides; who
 * looks at pages gets it as one.
 */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final RefusedRequests refusedRequests;
    private final RefusalCounts refusalCounts;
    private final Addresses addresses;
    private final PlaceInBody placeInBody;
    private final ProblemPage page;
    private final String base;

    ProblemAdvice(
            RefusedRequests refusedRequests,
            RefusalCounts refusalCounts,
            Addresses addresses,
            PlaceInBody placeInBody,
            ProblemPage page,
            @Value("${tremplin.problems.base:/problems/}") String base) {
        this.refusedRequests = refusedRequests;
        this.refusalCounts = refusalCounts;
        this.addresses = addresses;
        this.placeInBody = placeInBody;
        this.page = page;
        this.base = base;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<?> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            // Half an answer is out. Breaking it off is the only way left to say that it is not whole.
            throw failure;
        }
        Answer answer = answerTo(failure);
        if (answer.reason() == INTERNAL_ERROR) {
            log.error("{} failed", addresses.of(request), failure);
        } else if (answer.reason() == UNAVAILABLE) {
            log.warn("{} could not be answered: {}", addresses.of(request), failure.toString());
        }
        if (!(failure instanceof CommandRefused)) {
            answer = refusedRequests.recorded(request, answer);
            refusalCounts.count(answer.reason());
        }
        return response(answer, request, response);
    }

    private ResponseEntity<?> response(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        var head = ResponseEntity.status(Catalogue.status(answer.reason()))
                .headers(answer.headers())
                .headers(headers -> retryAfter(answer, headers));
        ProblemDetail document = document(answer, request);
        return PageRequest.isOne(request)
                ? head.contentType(HTML).body(page.show(document, request, response))
                : head.headers(headers -> challenge(answer, request, headers))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(document);
    }

    private ProblemDetail document(Answer answer, HttpServletRequest request) {
        var document = ProblemDetail.forStatusAndDetail(Catalogue.status(answer.reason()), answer.detail());
        document.setType(URI.create(base + answer.reason().code()));
        document.setTitle(Catalogue.title(answer.reason()));
        pointer(answer, request).ifPresent(pointer -> document.setProperty("pointer", pointer));
        answer.facts().forEach(document::setProperty);
        document.setProperty("correlationId", RequestStamp.of(request).correlationId());
        return document;
    }

    /** The place of what the answer speaks of, where it does not say it by itself. */
    private Optional<String> pointer(Answer answer, HttpServletRequest request) {
        return switch (answer.reason()) {
            case UNKNOWN_REFERENCE ->
                placeInBody.ofValue(request, String.valueOf(answer.facts().get("id")));
            case INVALID_VALUE ->
                placeInBody.ofField(request, String.valueOf(answer.facts().get("field")));
            default -> Optional.empty();
        };
    }

    private static Answer answerTo(Exception failure) {
        return switch (failure) {
            case CommandRefused e -> new Answer(e.reason(), e.explanation(), e.facts());
            case Problem e -> new Answer(e.reason(), e.facts());
            case Refusal e -> new Answer(e.reason(), e.facts());
            case InvalidValue e -> new Answer(INVALID_VALUE, e.explanation(), Map.of("field", e.field()));
            case Contradiction e -> new Answer(CONTRADICTION, e.explanation(), Map.of());
            case AggregateNotFoundException _ -> new Answer(NOT_FOUND);
            case HttpMessageNotReadableException e -> MalformedBody.answer(e);
            case TypeMismatchException e -> new Answer(MALFORMED_PARAMETER, parameter(e.getPropertyName()));
            case BindException e ->
                new Answer(
                        MALFORMED_PARAMETER,
                        parameter(e.getFieldErrors().stream()
                                .map(FieldError::getField)
                                .findFirst()
                                .orElse(null)));
            case MissingServletRequestParameterException e ->
                new Answer(MALFORMED_PARAMETER, parameter(e.getParameterName()));
            case MissingRequestHeaderException e -> new Answer(MALFORMED_HEADER, Map.of("header", e.getHeaderName()));
            case TooManySignInFailures e ->
                new Answer(
                        TOO_MANY_SIGN_IN_FAILURES,
                        Map.of(Problem.RETRY_AFTER, Math.max(1, e.pause().toSeconds())));
            case AuthenticationServiceException _ -> Answer.unavailable();
            case InsufficientAuthenticationException _ -> new Answer(SIGN_IN_NEEDED);
            case AuthenticationException _ -> new Answer(SIGN_IN_FAILED);
            case CrossSiteRequest _ -> new Answer(CROSS_SITE_REQUEST);
            case AccessDeniedException _ -> new Answer(NOT_ALLOWED);
            case NonTransientDataAccessResourceException _, TransientDataAccessException _ -> Answer.unavailable();
            case AppendUnconfirmed _, IdempotencyKeyTaken _ -> Answer.unavailable();
            case ErrorResponse e -> new Answer(reason(e), reason(e).explanation(), Map.of(), e.getHeaders());
            default -> new Answer(INTERNAL_ERROR);
        };
    }

    /** What Spring itself refuses, by the status it would give. */
    private static EdgeReason reason(ErrorResponse failure) {
        return switch (HttpStatus.resolve(failure.getStatusCode().value())) {
            case BAD_REQUEST -> MALFORMED_PARAMETER;
            case NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case CONTENT_TOO_LARGE -> CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
            case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            case null, default -> INTERNAL_ERROR;
        };
    }

    private static Map<String, Object> parameter(@Nullable String name) {
        return name == null ? Map.of() : Map.of("parameter", name);
    }

    private static void retryAfter(Answer answer, HttpHeaders headers) {
        Object seconds = answer.facts().get(Problem.RETRY_AFTER);
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
    }

    private static void challenge(Answer answer, HttpServletRequest request, HttpHeaders headers) {
        if (Catalogue.status(answer.reason()) == HttpStatus.UNAUTHORIZED) {
            // In a page the browser would ask for a password by a window of its own.
            if (!PageRequest.isFromPage(request)) {
                headers.add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tremplin\", charset=\"UTF-8\"");
            }
            headers.add(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Tremplin\"");
        }
    }
}
