package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Holds up whoever wants a connection while it is closed, as a process is held up that the system has stopped. */
final class Gate extends DelegatingDataSource {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private int waiting;

    Gate(DataSource dataSource) {
        super(dataSource);
    }

    void close() {
        set(true);
    }

    void open() {
        set(false);
    }

    private void set(boolean closes) {
        lock.lock();
        try {
            closed = closes;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody stands before it. */
    void awaitWaiting() throws InterruptedException {
        lock.lock();
        try {
            while (waiting == 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        lock.lock();
        try {
            waiting++;
            changed.signalAll();
            while (closed) {
                changed.awaitUninterruptibly();
            }
            waiting--;
        } finally {
            lock.unlock();
        }
        return super.getConnection();
    }
}
