package eu.tremplin.application.home;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory in which one installation keeps what is its own: keys, passwords and, by default, its database. */
public final class Home {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path directory;

    private Home(Path directory) {
        this.directory = directory;
    }

    /** Opens the home, and creates it at first; one that others may change is refused. */
    public static Home at(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            createPrivately(directory);
            keepPrivate(directory);
        } catch (IOException e) {
            throw new StartRefused(
                    "The home directory " + directory + " cannot be used: " + e,
                    "Set TREMPLIN_HOME to a directory that this user may create and write.",
                    e);
        }
        return new Home(directory);
    }

    public Path directory() {
        return directory;
    }

    /** First start's names and passwords of the four users. */
    public PrivateFile credentials() {
        return file("credentials.properties");
    }

    /** Key under which every person's key is wrapped. */
    public PrivateFile vaultKey() {
        return file("vault.json");
    }

    /** Port and passwords of the database, as far as Tremplin drew them. */
    PrivateFile postgresProperties() {
        return file("postgres.properties");
    }

    Path postgresData() {
        return directory.resolve("postgres");
    }

    /** Where the server's programs are unpacked; not the machine's temporary directory, where anybody could. */
    Path postgresBinaries() throws IOException {
        Path binaries = directory.resolve("postgres-binaries");
        createPrivately(binaries);
        // One level down, because the unpacking opens its directory for writing to everybody.
        return binaries.resolve("unpacked");
    }

    HomeLock lock() {
        return HomeLock.take(file("lock"));
    }

    PrivateFile file(String name) {
        return new PrivateFile(directory.resolve(name));
    }

    private static void createPrivately(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(directory)) {
            if (isPosix(parent == null ? directory : parent)) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(directory);
            }
        }
    }

    private static void keepPrivate(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(directory);
        if (!permissions.equals(OWNER_ONLY) && isEmpty(directory)) {
            Files.setPosixFilePermissions(directory, OWNER_ONLY);
        } else if (permissions.contains(GROUP_WRITE) || permissions.contains(OTHERS_WRITE)) {
            // Closing a directory full of somebody's files could lock them out of it: only an empty one is taken over.
            throw new StartRefused(
                    "Other users of this machine may change the home directory " + directory + ".",
                    "If it is meant to be Tremplin's, run: chmod 700 " + directory
                            + " - otherwise set TREMPLIN_HOME to another directory.");
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    static boolean isPosix(Path existing) {
        try {
            return Files.getFileStore(existing).supportsFileAttributeView("posix");
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
