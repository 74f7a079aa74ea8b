package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.LogLines;
import eu.tremplin.application.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class LogListenerIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void hearsAgainAfterWhatNobodyExpected() {
        try (var lines = new LogLines();
                var _ = new LogListener(
                        new DelegatingDataSource(database.unpooled()) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                breakOnce();
                                return super.getConnection();
                            }
                        },
                        _ -> heard.incrementAndGet())) {
            awaitNews();
            assertThat(lines.by(LogListener.class))
                    .anyMatch(line -> line.getMessage().contains("nobody expected"));
        }
    }

    @Test
    void hearsAgainAfterWhoeverItToldHasFailed() {
        try (var _ = new LogListener(database.unpooled(), process -> {
            if (process != 0) {
                breakOnce();
                heard.incrementAndGet();
            }
        })) {
            awaitNews();
        }
    }

    private void breakOnce() {
        if (broken.getAndSet(false)) {
            throw new IllegalStateException("broken");
        }
    }

    /** It is told again and again, since what is said while it does not listen is lost. */
    private void awaitNews() {
        int before = heard.get();
        await().until(() -> {
            database.jdbc().sql("notify " + LogTail.CHANNEL).update();
            return !broken.get() && heard.get() > before + 1;
        });
    }
}
