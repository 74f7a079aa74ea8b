package eu.tremplin.application.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path directory;

    @Test
    void createsHomeForItsOwnerAlone() throws IOException {
        var home = Home.at(directory.resolve("new/home"));

        assertThat(modeOf(home.directory())).isEqualTo("rwx------");
    }

    @Test
    void closesEmptyDirectoryToOthers() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        Home.at(directory);

        assertThat(modeOf(directory)).isEqualTo("rwx------");
    }

    @Test
    void refusesDirectoryThatOthersMayChange() throws IOException {
        Files.writeString(directory.resolve("somebody's"), "file");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> Home.at(directory))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.nextStep()).contains("chmod 700 " + directory));
        assertThat(modeOf(directory)).isEqualTo("rwxrwx---");
    }

    @Test
    void refusesWhatIsNotDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Home.at(file)).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesSecondLockAndGivesItAfterRelease() throws IOException {
        var home = Home.at(directory);
        try (var held = home.lock()) {
            assertThat(held).isNotNull();
            assertThat(modeOf(directory.resolve("lock"))).isEqualTo("rw-------");
            assertThatThrownBy(home::lock)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Tremplin is running");
        }
        home.lock().close();
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
