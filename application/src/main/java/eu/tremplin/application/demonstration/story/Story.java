package eu.tremplin.application.demonstration.story;

import eu.tremplin.application.demonstration.acting.Theatre;
import eu.tremplin.application.demonstration.cast.Crowd;
import eu.tremplin.application.demonstration.programme.Aftermath;
import eu.tremplin.application.demonstration.programme.Programme;
import eu.tremplin.application.demonstration.selection.Call;
import eu.tremplin.application.demonstration.selection.Decisions;
import eu.tremplin.application.demonstration.selection.Meanwhile;
import eu.tremplin.application.demonstration.selection.Offers;
import eu.tremplin.application.demonstration.selection.Reviewing;
import eu.tremplin.application.demonstration.selection.Screening;
import eu.tremplin.application.demonstration.selection.Shortlisting;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Paris;
import eu.tremplin.application.demonstration.stage.Passwords;
import eu.tremplin.application.demonstration.stage.Play;
import eu.tremplin.application.demonstration.stage.Progress;
import eu.tremplin.application.demonstration.stage.StageClock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/** An edition from its announcement to the year after, and the next one in the midst of its selection. */
public final class Story {

    /** What the simulated clock says at first. */
    public static final Instant BEGINS = Paris.at("2024-06-03", "09:00");

    /** The same on every machine and in every JVM. */
    private static final String GENERATOR = "L64X128MixRandom";

    private final long seed;
    private final int applicants;

    /**
     * Everything follows from these two.
     *
     * @param applicants to the second edition
     */
    public Story(long seed, int applicants) {
        this.seed = seed;
        this.applicants = applicants;
    }

    /** Whom the story adds to the users there are. */
    public List<String> users() {
        return Company.addedUsers();
    }

    public void play(Theatre theatre, StageClock clock, Passwords passwords) {
        var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var crowd = new Crowd(random);
        var second = edition(EditionPlan.SECOND, crowd);
        var third = edition(EditionPlan.THIRD, crowd);
        List<Chapter> chapters = List.of(
                new People(),
                new Announcement(second),
                new Call(second),
                new Screening(second),
                new Reviewing(second),
                new Shortlisting(second),
                new Decisions(second),
                new Offers(second),
                new Programme(second),
                new Aftermath(second),
                new Announcement(third),
                new Call(third),
                new Screening(third),
                new Reviewing(third),
                new Shortlisting(third),
                new Meanwhile(third));
        var progress = new Progress(chapters);
        var play = new Play(new Company(theatre, passwords), clock, random, progress);
        for (Chapter chapter : chapters) {
            progress.begins(chapter, clock.instant());
            chapter.play(play);
        }
    }

    private Edition edition(EditionPlan plan, Crowd crowd) {
        return new Edition(
                plan, crowd.draw(plan.applicants(applicants), plan.opensOn().getYear()));
    }
}
