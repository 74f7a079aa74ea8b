package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** Sends more than anybody would take, at the level of the socket, where a client library would interfere. */
final class EndlessUpload implements AutoCloseable {

    private static final String PART =
            "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n";
    private static final long ENOUGH = 1L << 30;

    private final Socket socket;
    private final OutputStream out;
    private final String head;

    EndlessUpload(int port, ImportClient client) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        out = socket.getOutputStream();
        head = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + client.authorisation()
                + "\r\nContent-Type: multipart/form-data; boundary=line\r\n";
    }

    /** Says how much will come, and sends no more than its beginning. */
    void announce(long length) throws IOException {
        write(head + "Content-Length: " + length + "\r\n\r\n" + PART);
    }

    /** Sends chunk after chunk without saying how many, and tells after how many bytes nobody listened any more. */
    long sendUntilStopped() throws IOException {
        write(head + "Transfer-Encoding: chunked\r\n\r\n");
        chunk(PART.getBytes(US_ASCII));
        byte[] some = "x".repeat((1 << 16) - 1).concat("\n").getBytes(US_ASCII);
        long sent = 0;
        try {
            while (sent < ENOUGH) {
                chunk(some);
                sent += some.length;
            }
        } catch (SocketException stopped) {
            return sent;
        }
        return sent;
    }

    String answer() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    private void chunk(byte[] bytes) throws IOException {
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
