package eu.tremplin.application.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between an application and its database, as bad as a test wants it to be. */
public final class Wire implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final URI server;
    private final ServerSocket plug;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flows = lock.newCondition();
    private volatile State state = State.FLOWING;

    private Wire(URI server) {
        this.server = server;
        try {
            plug = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::plugIn);
    }

    public static Wire to(TestDatabase database) {
        return new Wire(URI.create(database.url().replaceFirst("^jdbc:", "")));
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
        ends.forEach(Wire::close);
        ends.clear();
    }

    private void plugIn() {
        try {
            while (true) {
                Socket down = plug.accept();
                if (state == State.CUT) {
                    close(down);
                } else {
                    join(down, new Socket(server.getHost(), server.getPort()));
                }
            }
        } catch (IOException _) {
            hangUp();
        }
    }

    private void join(Socket down, Socket up) {
        ends.add(down);
        ends.add(up);
        Thread.ofVirtual().start(() -> carry(down, up));
        Thread.ofVirtual().start(() -> carry(up, down));
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                awaitFlow();
                if (state != State.SWALLOWING) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException _) {
            // One end hung up, so the other hears it too.
        }
        ends.remove(from);
        close(from);
        close(to);
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

    private enum State {
        FLOWING,
        STALLED,
        SWALLOWING,
        CUT
    }
}
