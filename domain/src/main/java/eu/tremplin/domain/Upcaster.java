package eu.tremplin.domain;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings an event's stored form from one revision to the next. What is stored is never rewritten, so a step stays for
 * ever, and knows no class of the domain that may change after it.
 *
 * @param from the revision it reads
 * @param step from the JSON object of that revision, which it may change, to that of the next: objects are maps, arrays
 *     lists, numbers {@link Number}s; personal text is the object of its person and its ciphertext
 */
public record Upcaster(int from, UnaryOperator<Map<String, Object>> step) {}
