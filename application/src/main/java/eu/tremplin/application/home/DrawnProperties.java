package eu.tremplin.application.home;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values of a private file that are drawn where they are missing, and on disk before anybody uses them. */
public final class DrawnProperties {

    private final PrivateFile file;
    private final SortedMap<String, String> kept;
    private final SortedMap<String, String> current;

    public DrawnProperties(PrivateFile file) {
        this.file = file;
        this.kept = file.readProperties();
        this.current = new TreeMap<>(kept);
    }

    public String get(String key, Supplier<String> drawn) {
        return current.computeIfAbsent(key, _ -> drawn.get());
    }

    /** Writes what was drawn under a comment; only then may it be used. */
    public void keep(String comment) {
        if (!current.equals(kept)) {
            file.replaceProperties(comment, current);
        }
    }
}
