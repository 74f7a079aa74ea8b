package eu.tremplin.application.eventstore.codec;

/** How the log names one form of one event, for example {@code applications.ApplicationShortlisted} in revision 1. */
public record StoredType(String name, int revision) {}
