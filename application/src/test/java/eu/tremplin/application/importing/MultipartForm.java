package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** A form as a browser or curl would send it. */
final class MultipartForm {

    private static final String BOUNDARY = "a-line-that-no-table-has";

    private final List<BodyPublisher> parts = new ArrayList<>();

    MultipartForm file(String part, String fileName, byte[] content) {
        return file(part, fileName, BodyPublishers.ofByteArray(content));
    }

    MultipartForm file(String part, String fileName, BodyPublisher content) {
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(content);
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    MultipartForm field(String part, String content) {
        parts.add(BodyPublishers.ofByteArray(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"\r\n\r\n" + content + "\r\n")
                .getBytes(UTF_8)));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        var all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
