package eu.tremplin.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As much of HTTP as it takes to know that an answer has ended and what it said. */
record HttpAnswer(String head, String body) {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    /** The answer in these bytes when it is complete. */
    static @Nullable HttpAnswer in(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return null;
        }
        var answer = new HttpAnswer(text.substring(0, end), text.substring(end + END_OF_HEAD.length()));
        return answer.isComplete() ? answer : null;
    }

    int status() {
        return Integer.parseInt(head, 9, 12, 10);
    }

    boolean closes() {
        return "close".equalsIgnoreCase(header("connection"));
    }

    /** The value of a header, by its name in small letters. */
    @Nullable
    String header(String name) {
        for (int line = head.indexOf("\r\n"); line >= 0; line = head.indexOf("\r\n", line + 2)) {
            int start = line + 2;
            if (head.regionMatches(true, start, name, 0, name.length()) && head.charAt(start + name.length()) == ':') {
                int end = head.indexOf("\r\n", start);
                return head.substring(start + name.length() + 1, end < 0 ? head.length() : end)
                        .strip();
            }
        }
        return null;
    }

    private boolean isComplete() {
        String length = header("content-length");
        if (length != null) {
            return body.length() >= Integer.parseInt(length);
        }
        String encoding = header("transfer-encoding");
        // One request is under way at a time, so the last chunk, where it has come, is the last that came.
        return encoding == null || !encoding.toLowerCase(Locale.ROOT).contains("chunked") || body.endsWith(LAST_CHUNK);
    }
}
