package eu.tremplin.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The directory in which one Tremplin keeps what is its own, seen from outside. */
public record Home(Path directory) {

    /** A home that does not exist yet. */
    static Home bare(String name) {
        try {
            return new Home(Files.createTempDirectory("tremplin-" + name + "-").resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Properties properties(String file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve(file))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Access rights of the home itself. */
    public String mode() {
        try {
            return mode(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Access rights of everything directly in the home, by name. */
    public Map<String, String> modes() {
        try (Stream<Path> entries = Files.list(directory)) {
            var modes = new TreeMap<String, String>();
            for (Path entry : entries.toList()) {
                modes.put(entry.getFileName().toString(), mode(entry));
            }
            return modes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its database server while that runs, also when the application that started it was killed. */
    public Optional<ProcessHandle> databaseServer() {
        Path pidFile = data().resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(
                                    Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                            .filter(this::servesThisHome)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that was killed leaves its number behind, which may be somebody else's by now. */
    private boolean servesThisHome(ProcessHandle process) {
        return Arrays.asList(process.info().arguments().orElseGet(() -> new String[0]))
                .contains(data().toString());
    }

    private Path data() {
        return directory.resolve("postgres");
    }

    /** Ends the running database server and all its processes, at once and unasked. */
    public void killDatabaseServer() {
        kill(databaseServer().orElseThrow(() -> new AssertionError("No database server runs in " + directory)));
    }

    private static void kill(ProcessHandle server) {
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Ends what still runs in the home and deletes it. */
    void remove() {
        databaseServer().ifPresent(Home::kill);
        if (!Files.exists(directory.getParent())) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
