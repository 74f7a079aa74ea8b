package eu.tremplin.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @Test
    void isMigratedAndEmpty() {
        long events = database.jdbc()
                .sql("select count(*) from log.events")
                .query(Long.class)
                .single();

        assertThat(events).isZero();
    }
}
