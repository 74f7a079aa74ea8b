package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RowWriterTest {

    private static final int ROWS = 1_000;

    private final Presentation presentation = new Presentation(
            PublishedTable.at("funnel"),
            new Caller.User("analyst", new PersonId(UUID.randomUUID()), Set.of(), Optional.empty()),
            new NoCipher());
    private final CountingWriter target = new CountingWriter();

    @ParameterizedTest
    @EnumSource(names = {"CSV", "NDJSON"})
    void flushesWhenItIsToldToAndNotForEachRow(Format format) throws IOException {
        RowWriter rows = writer(format);

        for (int row = 0; row < ROWS; row++) {
            rows.write(List.of(UUID.randomUUID(), "SUBMITTED", 1, 2, 1, 1));
        }
        assertThat(target.flushes).isZero();

        rows.flush();
        assertThat(target.flushes).isEqualTo(1);
        assertThat(target.toString().lines().filter(line -> line.contains("SUBMITTED")))
                .hasSize(ROWS);
    }

    private RowWriter writer(Format format) {
        return switch (format) {
            case CSV -> new CsvRows(target, presentation);
            case NDJSON -> new NdjsonRows(target, presentation, new JsonMapper());
            case JSON -> throw new IllegalArgumentException("JSON is answered by page");
        };
    }

    private static final class CountingWriter extends StringWriter {

        private int flushes;

        @Override
        public void flush() {
            flushes++;
        }
    }

    /** For a table without personal text. */
    private static final class NoCipher implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> open(PersonalText text) {
            throw new UnsupportedOperationException();
        }
    }
}
