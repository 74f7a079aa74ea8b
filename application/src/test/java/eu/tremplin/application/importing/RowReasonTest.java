package eu.tremplin.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowReasonTest {

    @ParameterizedTest
    @EnumSource
    void isDocumented(RowReason reason) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "import", "README.md")))
                .contains("| `" + reason.code() + "` | " + reason.explanation() + " |");
    }
}
