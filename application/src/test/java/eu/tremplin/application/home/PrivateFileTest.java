package eu.tremplin.application.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    private Path directory;

    private PrivateFile file;

    @BeforeEach
    void name() {
        file = new PrivateFile(directory.resolve("secret"));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assertThat(file.create("first")).isTrue();
        assertThat(mode()).isEqualTo("rw-------");

        file.replace("second");
        assertThat(mode()).isEqualTo("rw-------");
    }

    @Test
    void isCreatedOnce() {
        assertThat(file.create("first")).isTrue();
        assertThat(file.create("second")).isFalse();

        assertThat(file.read()).isEqualTo("first");
    }

    @Test
    void leavesNothingBesideItself() throws IOException {
        file.create("first");
        file.create("second");
        file.replace("third");

        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(file.path());
        }
    }

    @Test
    void readsThePropertiesThatWereWritten() {
        assertThat(file.readProperties()).isEmpty();

        file.replaceProperties("a comment", Map.of("staff", "-_9a", "auditor", "x"));

        assertThat(file.readProperties()).isEqualTo(Map.of("staff", "-_9a", "auditor", "x"));
    }

    @Test
    void drawsWhatIsMissingAndKeepsTheRest() {
        file.replaceProperties("a comment", Map.of("staff", "kept"));
        var drawn = new DrawnProperties(file);

        assertThat(drawn.get("staff", RandomText::draw)).isEqualTo("kept");
        String auditor = drawn.get("auditor", RandomText::draw);
        drawn.keep("another comment");

        assertThat(file.readProperties()).isEqualTo(Map.of("staff", "kept", "auditor", auditor));
        assertThat(auditor).hasSize(24);
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path()));
    }
}
