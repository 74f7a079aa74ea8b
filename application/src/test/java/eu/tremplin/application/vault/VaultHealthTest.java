package eu.tremplin.application.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.home.PrivateFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class VaultHealthTest {

    @TempDir
    Path directory;

    @Test
    void saysThatTheKeyIsGoneWhileItCanStillBePutBack() {
        var file = new PrivateFile(directory.resolve("vault.key"));
        file.create("a key");
        var health = new VaultHealth(file);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        file.delete();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsKeys("reason", "nextStep");
    }
}
