package eu.tremplin.application.web;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body is read once, as far as it is allowed to be long, and can be looked at again: by the digest of
 * an idempotency key and by a problem that names a place in it.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

    private static final int LIMIT = 1024 * 1024;

    private byte @Nullable [] body;

    private BoundedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Files are not held in memory; whoever takes them bounds them. */
    static HttpServletRequest unlessMultipart(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.startsWith("multipart/") ? request : new BoundedRequest(request);
    }

    static byte[] bodyOf(HttpServletRequest request) throws IOException {
        @Nullable BoundedRequest bounded = WebUtils.getNativeRequest(request, BoundedRequest.class);
        return bounded == null ? new byte[0] : bounded.body();
    }

    private byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            read = super.getInputStream().readNBytes(LIMIT + 1);
            if (read.length > LIMIT) {
                throw Problem.because(EdgeReason.CONTENT_TOO_LARGE, Map.of("limit", LIMIT));
            }
            body = read;
        }
        return read;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new BodyStream(new ByteArrayInputStream(body()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private BodyStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has already been read");
        }
    }
}
