package eu.tremplin.application.home;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its application, because that was killed. Whoever holds the home's lock owns it, and stops it:
 * adopting it would keep its old settings.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final long PATIENCE_SECONDS = 60;

    private final Path data;
    private final Path pidFile;

    private OrphanedServer(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Leaves no server running on the data directory. */
    static void stopOn(Path data) {
        var orphan = new OrphanedServer(data);
        orphan.namedProcess().ifPresent(orphan::stopOrForget);
    }

    private Optional<ProcessHandle> namedProcess() {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopOrForget(ProcessHandle process) {
        if (servesThisDirectory(process)) {
            LOG.warn("Stopping PostgreSQL {}, left behind by an application that was killed", process.pid());
            stop(process);
        } else {
            // Numbers come round again, most of all in containers; the server would take it for a live predecessor.
            LOG.info("Forgetting PostgreSQL {}: that number belongs to another process now", process.pid());
            delete(pidFile);
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        var info = process.info();
        boolean isPostgres = info.command()
                .map(command -> String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                .orElse(false);
        return isPostgres
                && Arrays.asList(info.arguments().orElseGet(() -> new String[0]))
                        .contains(data.toString());
    }

    private void stop(ProcessHandle process) {
        try {
            List<String> command = new ArrayList<>();
            if (LinuxUtils.isUnshareAvailable()) {
                // pg_ctl does not run as root; inside a user namespace it does not see that it is root.
                command.addAll(List.of("unshare", "-U"));
            }
            Path server = Path.of(process.info().command().orElseThrow());
            command.add(server.resolveSibling("pg_ctl").toString());
            command.addAll(List.of("stop", "-D", data.toString(), "-m", "fast", "-W"));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw doesNotStop(process, e);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw doesNotStop(process, e);
        }
    }

    private StartRefused doesNotStop(ProcessHandle process, Exception cause) {
        return new StartRefused(
                "PostgreSQL " + process.pid() + ", left behind on " + data + ", does not stop.",
                "Stop that process, then start Tremplin again.",
                cause);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
