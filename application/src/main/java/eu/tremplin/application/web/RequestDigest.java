package eu.tremplin.application.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.vault.KeyedDigest;
import eu.tremplin.application.vault.KeyedDigests;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keyed digest by which a repeated request is told from another one: of method, path, query, for whom, and body.
 * The same JSON in another order or spacing is the same request.
 */
@Component
final class RequestDigest {

    private final KeyedDigest digest;
    private final JsonMapper canonical = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    RequestDigest(KeyedDigests digests) {
        digest = digests.forPurpose("requests");
    }

    String of(HttpServletRequest request) throws IOException {
        var text = new ByteArrayOutputStream();
        part(text, request.getMethod());
        part(text, request.getRequestURI());
        part(text, request.getQueryString());
        part(text, request.getHeader(CommandContextResolver.ON_BEHALF_OF));
        text.writeBytes(canonical(BoundedRequest.bodyOf(request)));
        return HexFormat.of().formatHex(digest.of(text.toByteArray()));
    }

    private static void part(ByteArrayOutputStream text, @Nullable String part) {
        text.writeBytes((part == null ? "" : part).getBytes(UTF_8));
        text.write('\n');
    }

    private byte[] canonical(byte[] body) {
        try {
            return canonical.writeValueAsBytes(canonical.readValue(body, Object.class));
        } catch (JacksonException _) {
            return body; // which is refused as malformed in a moment, or empty
        }
    }
}
