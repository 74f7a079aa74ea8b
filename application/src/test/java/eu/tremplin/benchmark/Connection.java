package eu.tremplin.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One client's connection, with at most one request under way. */
final class Connection {

    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(64 * 1024);
    private long sentAt;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    void send(byte[] request) throws IOException {
        received.clear();
        sentAt = System.nanoTime();
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The answer once it has arrived as a whole. */
    @Nullable
    HttpAnswer receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new EOFException("The server closed the connection without an answer");
        }
        return HttpAnswer.in(received.array(), received.position());
    }

    long sentAt() {
        return sentAt;
    }

    SocketChannel channel() {
        return channel;
    }
}
