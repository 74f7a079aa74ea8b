package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.home.PrivateFile;
import eu.tremplin.application.home.StartRefused;
import eu.tremplin.application.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path directory;

    private PrivateFile file;

    @BeforeEach
    void forget() {
        file = new PrivateFile(directory.resolve("vault.json"));
        database.jdbc().sql("delete from vault.master_key").update();
    }

    @Test
    void drawsKeyAtFirstAndKnowsItAgain() {
        var drawn = open();

        assertThat(digest(open())).isEqualTo(digest(drawn));
    }

    @Test
    void refusesDatabaseWhoseKeyIsMissing() throws Exception {
        open();
        Files.delete(file.path());

        assertThatThrownBy(this::open)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining(file.path().toString());
        assertThat(file.exists()).isFalse();
    }

    @Test
    void refusesAnotherKey() {
        open();
        file.replace(MasterKey.draw());

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.nextStep()).contains("TREMPLIN_VAULT_KEY"))
                .hasMessageContaining("is not the key");
    }

    @Test
    void refusesKeyOfWhichOnlyOneHalfIsRight() {
        open();
        String own = file.read();
        String other = MasterKey.draw();
        String mixed = own.substring(0, own.indexOf("\"digests\"")) + other.substring(other.indexOf("\"digests\""));
        file.replace(mixed);

        assertThatThrownBy(this::open).hasMessageContaining("is not the key");
    }

    @Test
    void refusesWhatIsNoKeyFile() {
        file.replace("{}");

        assertThatThrownBy(this::open).isInstanceOf(StartRefused.class).hasMessageContaining("is not a key file");
    }

    @Test
    void acceptsCopyOfTheKeyInAnotherPlace() {
        var drawn = open();
        var copy = new PrivateFile(directory.resolve("copy.json"));
        copy.create(file.read());

        assertThat(digest(new MasterKeyFile(copy, database.dataSource()).open()))
                .isEqualTo(digest(drawn));
    }

    @Test
    void agreesOnOneKeyWhenManyStartAtOnce() {
        var digests = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> digest(open()))
                .distinct()
                .toList();

        assertThat(digests).hasSize(1);
    }

    private MasterKey open() {
        return new MasterKeyFile(file, database.dataSource()).open();
    }

    private static String digest(MasterKey key) {
        return new String(new KeyedDigests(key.digests()).forPurpose("test").of(new byte[0]), ISO_8859_1);
    }
}
