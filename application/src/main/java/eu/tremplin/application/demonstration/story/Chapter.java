package eu.tremplin.application.demonstration.story;

/** A part of the story that is told in one go. */
interface Chapter {

    /** As the progress names it. */
    String title();

    void play(Play play);
}
