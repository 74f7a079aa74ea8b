package eu.tremplin.application.eventstore.codec;

import eu.tremplin.domain.EventTypes.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One stored example of each form of each event, in a file called {@code context.Event.revision.json}. */
record Specimens(Path directory) {

    List<StoredType> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Specimens::storedType).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forms, older ones included, of which there is none. */
    List<StoredType> missing(List<EventType> types) {
        List<StoredType> there = all();
        return types.stream()
                .flatMap(type -> IntStream.rangeClosed(1, type.revision())
                        .mapToObj(revision -> new StoredType(type.name(), revision)))
                .filter(form -> !there.contains(form))
                .toList();
    }

    byte[] bytes(StoredType type) {
        try {
            return Files.readAllBytes(directory.resolve(type.name() + "." + type.revision() + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredType storedType(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        int dot = name.lastIndexOf('.');
        return new StoredType(name.substring(0, dot), Integer.parseInt(name.substring(dot + 1)));
    }
}
