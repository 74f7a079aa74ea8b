package eu.tremplin.application.eventstore.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.Upcaster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells forms of a state apart by the compiled classes that it follows from: the aggregate, its stages and values, its
 * events and the steps that raise older ones, and what writes it down, with everything of ours that these name. Any
 * change of any of them is another form, most of them needlessly; that costs one whole fold of a long stream.
 */
final class Fingerprints {

    private static final Pattern OURS = Pattern.compile("eu/tremplin/[\\w/$]+");

    private final List<EventType> events;
    private final Class<?> writtenBy;
    private final Map<String, Optional<Code>> known = new ConcurrentHashMap<>();

    /**
     * For aggregates of certain events.
     *
     * @param writtenBy the class that says how states are written down
     */
    Fingerprints(List<EventType> events, Class<?> writtenBy) {
        this.events = List.copyOf(events);
        this.writtenBy = writtenBy;
    }

    byte[] of(Class<?> aggregate) {
        var classes = new TreeMap<String, Code>();
        reach(nameOf(aggregate), classes);
        reach(nameOf(writtenBy), classes);
        var raised = new TreeSet<String>();
        for (EventType event : events) {
            if (classes.containsKey(nameOf(event.type()))) {
                raised.add(event.name() + "/" + event.revision());
                for (Upcaster upcaster : event.upcasters()) {
                    // A lambda has no class file: whoever wrote it has.
                    reach(nameOf(upcaster.step().getClass().getNestHost()), classes);
                }
            }
        }
        MessageDigest digest = sha256();
        raised.forEach(name -> digest.update(name.getBytes(UTF_8)));
        classes.forEach((name, code) -> {
            digest.update(name.getBytes(UTF_8));
            digest.update(code.bytes);
        });
        return digest.digest();
    }

    private void reach(String start, Map<String, Code> reached) {
        var next = new ArrayDeque<String>(List.of(start));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (!reached.containsKey(name)) {
                known.computeIfAbsent(name, Fingerprints::read).ifPresent(code -> {
                    reached.put(name, code);
                    next.addAll(code.names);
                });
            }
        }
    }

    private static Optional<Code> read(String name) {
        try (InputStream file = Fingerprints.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(code(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Code code(byte[] bytes) {
        var names = new TreeSet<String>();
        for (var entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                // Names of classes, and types of fields and methods.
                OURS.matcher(text.stringValue()).results().forEach(found -> names.add(found.group()));
            }
        }
        return new Code(bytes, names);
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One class as it was compiled, and what it names. */
    private static final class Code {

        private final byte[] bytes;
        private final Set<String> names;

        private Code(byte[] bytes, Set<String> names) {
            this.bytes = bytes;
            this.names = names;
        }
    }
}
