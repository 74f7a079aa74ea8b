package eu.tremplin.domain.shared;

/**
 * A fact that may hold once across all streams, such as one live application per startup and edition. It is carried by
 * the append itself, so that two streams can never both have it.
 *
 * @param kind stable name of the uniqueness rule, stored
 * @param key what must be unique within the kind, stored; never personal data
 * @param whenTaken the refusal for whoever comes second
 */
public record Claim(String kind, String key, Reason whenTaken) {}
