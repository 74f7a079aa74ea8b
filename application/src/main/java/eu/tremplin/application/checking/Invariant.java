package eu.tremplin.application.checking;

/** What must hold of every database, and what to do where it does not. */
public enum Invariant {
    POSITIONS("every position is an event or a recorded gap", Step.COMPARE),
    STREAMS("every stream is whole, from version 0 to its head", Step.COMPARE),
    EVENT_IDS("every event has an id of its own", Step.COMPARE),
    FORMS("every event can be read", """
        Where a newer Tremplin wrote it, start that one. Otherwise keep this database as it is, restore a backup beside it \
        and compare the two at this position.\
        """),
    CLAIMS("a claim is held by the event that took it, until one gives it back", """
        While it is wrong, something that must be unique may come twice, or be refused for nothing. Restore a backup beside \
        this database, compare the row in log.claim, and put right the one that the events contradict.\
        """),
    OUTCOMES("an idempotency key has one outcome, which led to an event", """
        A command that is sent again under this key would be answered wrongly. Restore a backup beside this database and \
        compare the row in log.outcome.\
        """),
    REACHED("what is noted as complete grows and is there", """
        Answers for an earlier moment would be wrong. Where the log was restored to an older state, delete the rows of \
        log.reached beyond its head before it is used; otherwise compare with a backup.\
        """),
    STANDINGS("no read model is ahead of the log, and each accounts for every event", """
        Where one is ahead of the log, log and read models are not of one moment: restore all of it from one backup. \
        Otherwise have the read model rebuilt: POST /api/read-models/{name}/rebuild.\
        """),
    READ_MODELS("the rows of a read model are the fold of the events", """
        Nothing is lost: have it rebuilt by POST /api/read-models/{name}/rebuild, and report it as a defect.\
        """);

    private final String meaning;
    private final String nextStep;

    Invariant(String meaning, String nextStep) {
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    /** As part of a sentence. */
    public String meaning() {
        return meaning;
    }

    public String nextStep() {
        return nextStep;
    }

    /** What to do where events themselves are not as they were written. */
    private static final class Step {

        static final String COMPARE = """
            Append nothing more. Keep this database as it is, restore the newest backup beside it, check that one too, and \
            compare the two at this position.\
            """;
    }
}
