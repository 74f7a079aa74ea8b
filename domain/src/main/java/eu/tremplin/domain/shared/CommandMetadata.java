package eu.tremplin.domain.shared;

/** The names under which a command says who asked and when; handlers read them, callers never type them. */
public final class CommandMetadata {

    /** {@link java.time.Instant} at which the command was received at the edge; stamped once, kept over retries. */
    public static final String RECEIVED = "received";

    /** Name of the acting user, {@code applicant:<application>} or {@code system:<policy>}. */
    public static final String ACTOR = "actor";

    /** {@link PersonId} of whoever acts: conflicts of interest are held against it. No event says it. */
    public static final String PERSON = "person";

    /** Whom the actor acts for, where that is somebody else. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    public static final String COMMAND_ID = "commandId";
    public static final String CORRELATION_ID = "correlationId";

    /** Event or command that led to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The import that a row of somebody else's table came with. */
    public static final String IMPORT_ID = "importId";

    /** Name and digest of the file that was imported. */
    public static final String IMPORT_FILE = "importFile";

    /** Where in that file the row begins. */
    public static final String IMPORT_LINE = "importLine";

    private CommandMetadata() {}
}
