package eu.tremplin.application.catalogue;

import static java.util.stream.Collectors.joining;

import eu.tremplin.application.commands.Permission;
import eu.tremplin.application.commands.Permissions;
import eu.tremplin.application.security.Role;
import eu.tremplin.domain.Effects;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page that tells of every event: what it means, who causes it, what it holds. */
final class EventsDocument {

    private static final Map<Class<?>, String> PLAIN = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(UUID.class, "UUID"),
            Map.entry(Instant.class, "instant, UTC, to the microsecond"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(ZoneId.class, "time zone"),
            Map.entry(Currency.class, "ISO 4217 currency"),
            Map.entry(BigDecimal.class, "exact decimal, as text"));

    private final StringBuilder text = new StringBuilder();

    /** What is told of the values that events hold and that have parts themselves, by their names. */
    private final Map<String, String> values = new TreeMap<>();

    private EventsDocument() {}

    static String written() {
        var document = new EventsDocument();
        document.write();
        return document.text.toString();
    }

    private void write() {
        text.append("""
            # Events

            Every event that a log can hold. An event is stored as JSON under its name and revision; both are data in every
            log ever written and do not change. Its JSON Schema is in [`events/`](events), one file for each name and
            revision, and refuses what is not listed here. What is *personal* is stored as ciphertext under the key of the
            person it is about. An absent value has no member.

            What is stored in an older revision stays as it is and is read as the present one. What the form was then stands
            in its schema, which stays too; the history and the SQL view `log.events` show what is stored.

            Beside its payload every event carries, as text and where they apply: %s.

            *Caused by* names the commands that can lead to the event, and who may send them; SYS is the system itself, and
            "for" is staff who act for an applicant and say so. Roles: %s.

            This page is written from the code and checked by `EventCatalogueTest`.
            """.formatted(metadata(), roles()));
        String context = "";
        Class<?> family = Object.class;
        for (EventType event : EventTypes.all()) {
            String its = event.name().substring(0, event.name().indexOf('.'));
            if (!its.equals(context)) {
                text.append("\n## ").append(capital(its)).append('\n');
                context = its;
            }
            Class<?> itsFamily = event.type().getNestHost();
            if (itsFamily != family) {
                text.append('\n').append(Javadoc.of(itsFamily).meaning()).append('\n');
                family = itsFamily;
            }
            write(event);
        }
        text.append("\n## Values\n");
        values.values().forEach(text::append);
    }

    private static String metadata() {
        return Arrays.stream(CommandMetadata.class.getFields())
                .map(EventsDocument::constant)
                .map(name -> "`" + name + "`")
                .collect(joining(", "));
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::name).collect(joining(", "));
    }

    private void write(EventType event) {
        text.append("\n### ").append(event.name()).append("\n\n");
        text.append(Javadoc.of(event.type()).meaning()).append("\n\n");
        text.append("Revision ").append(event.revision());
        if (event.revision() > 1) {
            text.append("; events of revision ")
                    .append(IntStream.range(1, event.revision())
                            .mapToObj(Integer::toString)
                            .collect(joining(", ")))
                    .append(" are read as it");
        }
        text.append(isPersonal(event.type()) ? "; holds personal text" : "; holds nothing personal");
        text.append(". Caused by ")
                .append(Effects.causes(event.type()).stream()
                        .map(EventsDocument::cause)
                        .collect(joining(", ")))
                .append(".\n\n");
        text.append(fields(event.type()));
    }

    private static boolean isPersonal(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).anyMatch(field -> field.getType() == PersonalText.class);
    }

    private static String cause(Class<? extends DomainCommand> command) {
        Permission permission = Permissions.of(command);
        String own = names(permission.roles());
        return "`" + command.getSimpleName() + "` ("
                + (permission.onBehalf().isEmpty() ? own : own + ", for: " + names(permission.onBehalf())) + ")";
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(joining(", "));
    }

    private String fields(Class<?> type) {
        Javadoc javadoc = Javadoc.of(type);
        var table = new StringBuilder("| Field | Type | Meaning |\n|---|---|---|\n");
        for (RecordComponent field : type.getRecordComponents()) {
            String optional = EventSchema.mayBeAbsent(field) ? ", or absent" : "";
            table.append("| `%s` | %s%s | %s |%n"
                    .formatted(
                            field.getName(),
                            described(field.getGenericType()),
                            optional,
                            javadoc.component(field.getName())));
        }
        return table.toString();
    }

    private String value(Class<?> type) {
        return "\n### " + name(type) + "\n\n" + Javadoc.of(type).meaning() + "\n\n"
                + (type.isSealed() ? kinds(Kinds.of(type)) : fields(type));
    }

    private String kinds(Kinds kinds) {
        return "`" + kinds.property() + "` says which:\n\n"
                + kinds.types().entrySet().stream()
                        .map(kind -> "- `" + kind.getKey() + "`: " + described(kind.getValue()) + "\n")
                        .collect(joining());
    }

    private String described(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return described((Class<?>) type);
        }
        Type[] arguments = generic.getActualTypeArguments();
        String element = described(arguments[arguments.length - 1]);
        return generic.getRawType() == Map.class ? element + " by name" : "list of " + element;
    }

    private String described(Class<?> type) {
        String plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type == PersonalText.class) {
            return "personal text";
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return "`" + type.getSimpleName() + "`, a UUID";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> "`" + constant + "`")
                    .collect(joining(", "));
        }
        if (type.isRecord() || type.isSealed()) {
            if (!values.containsKey(name(type))) {
                String told = value(type);
                values.put(name(type), told);
            }
            return link(type);
        }
        throw new AssertionError("No words are known for " + type);
    }

    private static String link(Class<?> type) {
        return "[" + name(type) + "](#" + name(type).toLowerCase(Locale.ROOT).replace(" ", "-") + ")";
    }

    /** Nested types under the name of what they belong to. */
    private static String name(Class<?> type) {
        return type.getNestHost() == type
                ? type.getSimpleName()
                : type.getNestHost().getSimpleName() + " " + type.getSimpleName();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
