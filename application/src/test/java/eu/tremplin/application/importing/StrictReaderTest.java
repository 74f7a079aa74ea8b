package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.importing.StrictReader.WrongCharset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StrictReaderTest {

    @Test
    void decodesWhatIsInTheCharset() {
        String text = "Montréal — “Visa®” 🚀\r\n".repeat(2_000);
        assertThat(read(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
        assertThat(read("Montréal".getBytes(ISO_8859_1), ISO_8859_1)).isEqualTo("Montréal");
        assertThat(read("Montréal".getBytes(UTF_16), UTF_16)).isEqualTo("Montréal");
        assertThat(read(new byte[0], UTF_8)).isEmpty();
    }

    @Test
    void dropsByteOrderMarkAtTheBeginningOnly() {
        assertThat(read("\uFEFFCompany\uFEFF".getBytes(UTF_8), UTF_8)).isEqualTo("Company\uFEFF");
        assertThat(read("\uFEFF".getBytes(UTF_8), UTF_8)).isEmpty();
    }

    @Test
    void namesTheLineOfTheFirstMalformedByte() {
        assertThatThrownBy(() -> read("a\r\nb\nMontréal\n".getBytes(ISO_8859_1), UTF_8))
                .hasMessageContaining("line 3 is not UTF-8");
        String long_ = "x".repeat(99) + "\n";
        assertThatThrownBy(() -> read((long_.repeat(5_000) + "é").getBytes(ISO_8859_1), UTF_8))
                .hasMessageContaining("line 5001 is not UTF-8");
    }

    @Test
    void refusesCharacterThatIsCutOff() {
        byte[] cut = Arrays.copyOf("Montré".getBytes(UTF_8), 6);
        assertThatThrownBy(() -> read(cut, UTF_8)).hasCauseInstanceOf(WrongCharset.class);
    }

    private static String read(byte[] bytes, Charset charset) {
        try (var reader = new StrictReader(new ByteArrayInputStream(bytes), charset)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
