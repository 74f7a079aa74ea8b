package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.application.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AccessLogIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private final String correlationId = UUID.randomUUID().toString();

    @BeforeEach
    void writeLine() {
        new AccessLog(database.jdbc(), JsonMapper.shared())
                .record(new AccessLogEntry(
                        "staff",
                        "applicant",
                        Kind.EXPORTED,
                        "GET /api/funnel",
                        null,
                        null,
                        UUID.randomUUID(),
                        correlationId,
                        Map.of("rows", 688)));
    }

    @Test
    void keepsWhatWasWritten() {
        var line = database.jdbc()
                .sql("select *, details ->> 'rows' as rows from access.access_log where correlation_id = :id")
                .param("id", correlationId)
                .query()
                .singleRow();

        assertThat(line)
                .containsEntry("actor", "staff")
                .containsEntry("on_behalf_of", "applicant")
                .containsEntry("kind", "EXPORTED")
                .containsEntry("code", null)
                .containsEntry("rows", "688");
        assertThat(line.get("at")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.access_log set actor = 'nobody'",
                "delete from access.access_log",
                "truncate access.access_log"
            })
    void refusesChange(String sql) {
        assertThatThrownBy(() -> database.jdbc().sql(sql).update()).hasMessageContaining("only ever added to");
    }
}
