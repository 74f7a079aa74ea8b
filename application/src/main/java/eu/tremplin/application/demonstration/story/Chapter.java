package eu.tremplin.application.demonstration.story;

/** A part of the story that is told in one go. */
interface Chapter {

    /** As the progress names it. */
    String title();

    /** How long it takes to play, beside the others. */
    default int weight() {
        return 1;
    }

    void play(Play play);
}
