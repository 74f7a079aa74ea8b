package eu.tremplin.application.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The network between an application and its database, as bad as a test wants it to be. */
public final class Wire implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final URI server;
    private final ServerSocket plug;
    private final Supplier<? extends Passage> passages;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flows = lock.newCondition();
    private volatile State state = State.FLOWING;

    private Wire(URI server, Supplier<? extends Passage> passages) {
        this.server = server;
        this.passages = passages;
        try {
            plug = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::plugIn);
    }

    public static Wire to(TestDatabase database) {
        return to(database, () -> new Passage() {});
    }

    /** With something that has a say in what passes, one for each connection. */
    public static Wire to(TestDatabase database, Supplier<? extends Passage> passages) {
        return new Wire(URI.create(database.url().replaceFirst("^jdbc:", "")), passages);
    }

    /** The database's address at this end of the wire. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d%s?user=postgres".formatted(plug.getLocalPort(), server.getPath());
    }

    /** Breaks all connections and lets none through. */
    public void cut() {
        state = State.CUT;
        hangUp();
    }

    /** Carries nothing, and loses nothing: everything arrives later. */
    public void stall() {
        state = State.STALLED;
    }

    /** Takes everything and delivers nothing; who waits for an answer waits for ever. */
    public void swallow() {
        state = State.SWALLOWING;
    }

    /** As it should be. What was swallowed is gone, and so are the connections on which it was. */
    public void mend() {
        lock.lock();
        try {
            if (state == State.SWALLOWING) {
                hangUp();
            }
            state = State.FLOWING;
            flows.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hangUp() {
        lines.forEach(Line::hangUp);
    }

    private void plugIn() {
        try {
            while (true) {
                Socket down = plug.accept();
                if (state == State.CUT) {
                    close(down);
                } else {
                    new Line(down, new Socket(server.getHost(), server.getPort()), passages.get()).open();
                }
            }
        } catch (IOException _) {
            hangUp();
        }
    }

    private void awaitFlow() {
        lock.lock();
        try {
            while (state == State.STALLED) {
                flows.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        state = State.CUT;
        try {
            plug.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has a say in what one connection carries; lets everything pass unless it says otherwise. */
    public interface Passage {

        /** Whether what the application sends arrives; if not, the connection ends. */
        default boolean admitsRequest(byte[] bytes, OutputStream server) {
            return true;
        }

        /** Whether what the server answers arrives; if not, the connection ends. */
        default boolean admitsAnswer(byte[] bytes) {
            return true;
        }

        /** Whether the server is left to believe that its end is still held. */
        default boolean outlivesItsSender() {
            return false;
        }
    }

    /** One connection, down to the application and up to the server. */
    private final class Line {

        private final Socket down;
        private final Socket up;
        private final Passage passage;

        private Line(Socket down, Socket up, Passage passage) {
            this.down = down;
            this.up = up;
            this.passage = passage;
        }

        private void open() {
            lines.add(this);
            Thread.ofVirtual().start(() -> carry(down, up, true));
            Thread.ofVirtual().start(() -> carry(up, down, false));
        }

        private void carry(Socket from, Socket to, boolean upwards) {
            byte[] buffer = new byte[BUFFER];
            try {
                for (int length = from.getInputStream().read(buffer);
                        length >= 0 && admits(Arrays.copyOf(buffer, length), upwards);
                        length = from.getInputStream().read(buffer)) {
                    awaitFlow();
                    if (state != State.SWALLOWING) {
                        to.getOutputStream().write(buffer, 0, length);
                    }
                }
            } catch (IOException _) {
                // One end hung up, so the other hears it too.
            }
            hangUp();
        }

        private boolean admits(byte[] bytes, boolean upwards) throws IOException {
            return upwards ? passage.admitsRequest(bytes, up.getOutputStream()) : passage.admitsAnswer(bytes);
        }

        private void hangUp() {
            lines.remove(this);
            close(down);
            if (!passage.outlivesItsSender()) {
                close(up);
            }
        }
    }

    private enum State {
        FLOWING,
        STALLED,
        SWALLOWING,
        CUT
    }
}
