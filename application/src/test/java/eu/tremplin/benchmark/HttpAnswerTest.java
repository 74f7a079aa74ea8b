package eu.tremplin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

    @Test
    void isNotThereBeforeItsHeadHasEnded() {
        assertThat(answer("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n")).isNull();
    }

    @Test
    void isNotThereBeforeItsLengthHasCome() {
        assertThat(answer("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{")).isNull();
        assertThat(answer("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"))
                .isNotNull();
    }

    @Test
    void isNotThereBeforeItsLastChunk() {
        assertThat(answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"))
                .isNull();
        assertThat(answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .isNotNull();
    }

    @Test
    void tellsItsStatusAndItsHeaders() {
        var answer = new HttpAnswer("HTTP/1.1 201 Created\r\nlocation: /api/startups/1\r\nConnection: close", "");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo("/api/startups/1");
        assertThat(answer.header("etag")).isNull();
        assertThat(answer.closes()).isTrue();
    }

    private static @Nullable HttpAnswer answer(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return HttpAnswer.in(bytes, bytes.length);
    }
}
