package eu.tremplin.application.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the source of a domain type says of it.
 *
 * @param components what it says of the components of a record, by name; not all are spoken of
 */
record Javadoc(String meaning, Map<String, String> components) {

    private static final Path SOURCES = Path.of("..", "domain", "src", "main", "java");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+) ([^}]*)}");
    private static final Pattern PARAMETER = Pattern.compile("(\\w+) (.*)");

    static Javadoc of(Class<?> type) {
        var comment = Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s+)*(?:(?:public|static|sealed) )*"
                        + "(?:record|interface|enum) " + type.getSimpleName() + "\\b")
                .matcher(source(type));
        if (!comment.find()) {
            throw new AssertionError(type.getName() + " has no Javadoc that says what it means");
        }
        return parsed(comment.group(1));
    }

    private static String source(Class<?> type) {
        Class<?> outermost = type.getNestHost();
        try {
            return Files.readString(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Javadoc parsed(String comment) {
        String[] parts =
                comment.replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\s+", " ").split("@param ", -1);
        var components = new LinkedHashMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            var parameter = PARAMETER.matcher(plain(parts[i]));
            if (parameter.matches()) {
                components.put(parameter.group(1), parameter.group(2));
            }
        }
        return new Javadoc(plain(parts[0]), components);
    }

    private static String plain(String text) {
        return INLINE_TAG.matcher(text).replaceAll(Javadoc::shown).strip();
    }

    private static String shown(MatchResult tag) {
        String content = tag.group(2);
        return switch (tag.group(1)) {
            case "linkplain" -> content.substring(content.indexOf(' ') + 1);
            default -> "`" + content.substring(content.lastIndexOf('#') + 1) + "`";
        };
    }

    String component(String name) {
        return components.getOrDefault(name, "");
    }
}
