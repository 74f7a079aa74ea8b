package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.cast.Judgement;
import eu.tremplin.application.demonstration.cast.Temperament;
import eu.tremplin.application.demonstration.cast.Twist;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where applications are given to reviewers, and come back from them with scores. */
final class ReviewDesk {

    private final Edition edition;
    private final Play play;
    private final Agenda agenda;
    private final List<Applied> twins = new ArrayList<>();

    /** What each reviewer finds of the one twin they find of the other. */
    private final Map<Temperament, Judgement> ofTwins = new HashMap<>();

    ReviewDesk(Edition edition, Play play, Agenda agenda) {
        this.edition = edition;
        this.play = play;
        this.agenda = agenda;
    }

    /** Gives the application to as many more reviewers as are missing, who hand in within some days from tomorrow. */
    void assign(Applied application, int readers, int days) {
        if (isTwin(application) && !twins.contains(application)) {
            twins.add(application);
        }
        while (application.readers().size() < readers) {
            Temperament reader =
                    sameAsOfTwin(application).orElseGet(() -> edition.workload().nextFor(application));
            assign(application, reader, somewhen(days));
        }
    }

    void assign(Applied application, Temperament reader, Instant reviewedAt) {
        play.company().lead().does(application.path("assign-reviewer"), reviewerOf(reader));
        edition.workload().take(reader, application);
        agenda.at(reviewedAt, () -> review(application, reader));
    }

    void isRefused(String problem, Applied application, Temperament reader) {
        play.company().lead().isRefused(problem, application.path("assign-reviewer"), reviewerOf(reader));
    }

    Judgement judgement(Applied application, Temperament reader) {
        return isTwin(application)
                ? ofTwins.computeIfAbsent(reader, _ -> Judgement.by(reader, application.candidate(), play.random()))
                : Judgement.by(reader, application.candidate(), play.random());
    }

    private Map<String, Object> reviewerOf(Temperament reader) {
        return Map.of("reviewer", edition.reviewer(reader));
    }

    private void review(Applied application, Temperament reader) {
        var reviewer = play.company().reviewer(reader);
        Map<String, Object> review = judgement(application, reader).review();
        if (application.isWithdrawn()) {
            reviewer.isRefused("application-withdrawn", application.path("submit-review"), review);
        } else {
            edition.note(reviewer.does(application.path("submit-review"), review));
        }
    }

    /** By day. */
    private Instant somewhen(int days) {
        int day =
                edition.plan().dayOf(play.clock().instant()) + 1 + play.random().nextInt(days);
        return edition.plan().after(day, "09:00").plusSeconds(play.random().nextInt(11 * 60 * 60));
    }

    private Optional<Temperament> sameAsOfTwin(Applied application) {
        return twins.stream()
                .filter(twin -> isTwin(application) && twin != application)
                .flatMap(twin -> twin.readers().stream())
                .filter(reader -> !application.readers().contains(reader))
                .findFirst();
    }

    private static boolean isTwin(Applied application) {
        return application.candidate().twist() == Twist.TWIN;
    }
}
