package eu.tremplin.application.web;

import static eu.tremplin.application.problems.EdgeReason.MALFORMED_BODY;
import static eu.tremplin.application.problems.EdgeReason.MALFORMED_HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.commands.CommandContext.Expected;
import eu.tremplin.application.commands.CommandContext.Once;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a controller's command everything about it that is not typed into a body: who, when, under which ids. */
@Component
final class CommandContextResolver implements HandlerMethodArgumentResolver {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String ON_BEHALF_OF = "On-Behalf-Of";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern ETAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    private static final Pattern ETAGS =
            Pattern.compile("[ \t,]*+%1$s([ \t]*+,[ \t,]*+%1$s)*+[ \t,]*+".formatted(ETAG));
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
    private static final long NO_VERSION = Long.MAX_VALUE;

    private final RequestDigest digest;

    CommandContextResolver(RequestDigest digest) {
        this.digest = digest;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public CommandContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory)
            throws IOException {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        if (!takesBody(parameter)) {
            refuseBody(request);
        }
        RequestStamp stamp = RequestStamp.of(request);
        Caller caller = CurrentCaller.current();
        @Nullable Once once = once(request);
        return new CommandContext(
                caller,
                onBehalfOfApplicant(request),
                stamp.received(),
                once == null ? Generators.timeBasedEpochGenerator().generate().toString() : once.key(),
                stamp.correlationId(),
                null,
                once,
                expected(request, caller));
    }

    private @Nullable Once once(HttpServletRequest request) throws IOException {
        @Nullable String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key == null) {
            return null;
        }
        require(KEY.matcher(key).matches(), IDEMPOTENCY_KEY);
        return new Once(key, digest.of(request));
    }

    private static boolean onBehalfOfApplicant(HttpServletRequest request) {
        @Nullable String onBehalfOf = request.getHeader(ON_BEHALF_OF);
        require(onBehalfOf == null || onBehalfOf.equals("applicant"), ON_BEHALF_OF);
        return onBehalfOf != null;
    }

    /** {@code If-Match} speaks of the one thing that the address names, see RFC 9110, section 13.1.1. */
    private static @Nullable Expected expected(HttpServletRequest request, Caller caller) {
        List<String> lines = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        String ifMatch = String.join(",", lines);
        // An asterisk asks for no more than that the thing exists, without which no command does anything.
        if (lines.isEmpty() || ifMatch.equals("*")) {
            return null;
        }
        require(ETAGS.matcher(ifMatch).matches() && AcceptedAnswer.showsVersions(caller), HttpHeaders.IF_MATCH);
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        require(variables != null && variables.size() == 1, HttpHeaders.IF_MATCH);
        return new Expected(
                IdentifierConverters.uuid((String) variables.values().iterator().next()),
                ETAG.matcher(ifMatch)
                        .results()
                        .map(CommandContextResolver::version)
                        .collect(Collectors.toSet()));
    }

    /** Weak entity tags match nothing here, nor do those that are none of ours. */
    private static long version(MatchResult etag) {
        boolean strong = etag.group(1) == null;
        return strong && VERSION.matcher(etag.group(2)).matches() ? Long.parseLong(etag.group(2)) : NO_VERSION;
    }

    private static boolean takesBody(MethodParameter parameter) {
        return Arrays.stream(parameter.getExecutable().getParameters())
                .anyMatch(other -> other.isAnnotationPresent(RequestBody.class));
    }

    private static void refuseBody(HttpServletRequest request) throws IOException {
        String body = new String(BoundedRequest.bodyOf(request), UTF_8).strip();
        if (!body.isEmpty() && !body.equals("{}")) {
            throw Problem.because(MALFORMED_BODY, Map.of("pointer", "", "expected", "no body, or {}"));
        }
    }

    private static void require(boolean wellFormed, String header) {
        if (!wellFormed) {
            throw Problem.because(MALFORMED_HEADER, Map.of("header", header));
        }
    }
}
