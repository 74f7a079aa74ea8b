package eu.tremplin.application.demonstration.story;

import eu.tremplin.application.demonstration.cast.Giver;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Play;

/** Partners are invited, and everybody is given a name to sign in with. */
record People() implements Chapter {

    @Override
    public String title() {
        return "people and partners";
    }

    /** Passwords are slow to hash. */
    @Override
    public int weight() {
        return 4 * USUAL;
    }

    @Override
    public void play(Play play) {
        for (Giver giver : Giver.values()) {
            play.company().invite(giver);
        }
        play.company().employ();
    }
}
