package eu.tremplin.application.checking;

/** One thing to look at, piece by piece. */
interface Check {

    /** What is looked at, for whoever waits. */
    String name();

    /** Begins at the beginning. */
    Walk begin();

    /** The way through it. */
    interface Walk {

        /**
         * Looks at the next piece.
         *
         * @return whether there may be another
         */
        boolean goOn(Snapshot snapshot, Findings findings);

        /** Where it is, in the words of whoever waits. */
        String place();
    }
}
