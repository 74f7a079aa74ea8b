package eu.tremplin.application.demonstration.stage;

/** A part of the story that is told in one go. */
public interface Chapter {

    /** Of a chapter with some dozens of deeds. */
    int USUAL = 50;

    /** As the progress names it. */
    String title();

    /** How long it takes to play, beside the others. */
    default int weight() {
        return USUAL;
    }

    void play(Play play);
}
