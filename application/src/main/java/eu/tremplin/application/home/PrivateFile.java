package eu.tremplin.application.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file that only its owner reads (mode 0600) and that is on disk, whole or not at all, when writing returns. */
public record PrivateFile(Path path) {

    public boolean exists() {
        return Files.exists(path);
    }

    public String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new StartRefused(
                    "The file " + path + " cannot be read: " + e, "Let the user who runs Tremplin read this file.", e);
        }
    }

    /** The {@code key=value} lines of the file, none when there is no file. */
    public SortedMap<String, String> readProperties() {
        var entries = new TreeMap<String, String>();
        if (exists()) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(read()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        }
        return entries;
    }

    /** Writes unless the file exists already; of two processes that try at once, one creates it. */
    public boolean create(String content) {
        Path written = writeBeside(content);
        try {
            // A link, unlike a move, fails when the name is taken.
            Files.createLink(path, written);
            sync(parent());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(written);
        }
    }

    public void replace(String content) {
        Path written = writeBeside(content);
        try {
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(parent());
        } catch (IOException e) {
            delete(written);
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes {@code key=value} lines under a comment.
     *
     * @param entries names and values of letters, digits and {@code -_.}, so that no escaping is needed
     */
    public void replaceProperties(String comment, Map<String, String> entries) {
        var lines = new StringBuilder("# ").append(comment).append('\n');
        entries.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        replace(lines.toString());
    }

    /** Opens the file for writing where it stands, and creates it empty at first. */
    FileChannel open() throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly());
    }

    public void delete() {
        delete(path);
    }

    private Path writeBeside(String content) {
        Path beside = parent().resolve("." + path.getFileName() + "." + RandomText.draw());
        try (var channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            var bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return beside;
        } catch (IOException e) {
            delete(beside);
            throw new UncheckedIOException(e);
        }
    }

    private Path parent() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    private FileAttribute<?>[] ownerOnly() {
        return Home.isPosix(parent())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void sync(Path directory) throws IOException {
        if (Home.isPosix(directory)) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
