package eu.tremplin.application.demonstration.programme;

/** How one startup gets on in the programme. There are as many as seats. */
enum Course {
    /** Everything in time. */
    STEADY,
    /** Misses the prototype, and meets it three weeks later. */
    RECOVERS,
    /** Is let off the pilot. */
    EXCUSED,
    /** Reports at last, when the others graduate. */
    LATE,
    /** Never has a pilot, and does not graduate. */
    FALLS_BEHIND;

    static Course of(int number) {
        return values()[number % values().length];
    }
}
