package eu.tremplin.application.demonstration.selection;

import eu.tremplin.application.demonstration.acting.Actor;
import eu.tremplin.application.demonstration.acting.Reply;
import eu.tremplin.application.demonstration.cast.Candidate;
import eu.tremplin.application.demonstration.stage.Agenda;
import eu.tremplin.application.demonstration.stage.Applied;
import eu.tremplin.application.demonstration.stage.Chapter;
import eu.tremplin.application.demonstration.stage.Company;
import eu.tremplin.application.demonstration.stage.Edition;
import eu.tremplin.application.demonstration.stage.EditionPlan;
import eu.tremplin.application.demonstration.stage.Play;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The call is open: startups register, are given a token each, and apply with it; some too early, some too late. */
public record Call(Edition edition) implements Chapter {

    private static final Duration REGISTRATION_BEFORE = Duration.ofMinutes(40);
    private static final Duration LEAVE = Duration.ofDays(2);
    private static final double RUSH = 3;

    @Override
    public String title() {
        return edition.plan().name() + ", the call";
    }

    @Override
    public int weight() {
        return 6 * edition.plan().share();
    }

    @Override
    public void play(Play play) {
        Agenda agenda = play.agenda();
        EditionPlan plan = edition.plan();
        agenda.at(plan.opening(), () -> play.company().staff().does(edition.path("open-call")));
        agenda.at(
                plan.opening().plus(Duration.ofDays(1)),
                () -> play.company().staff().isRefused("call-still-open", edition.path("start")));
        edition.candidates().forEach(candidate -> new Applying(play, agenda, candidate).prepare());
        agenda.at(plan.after(3, "09:00"), () -> play.company().staff().does(edition.path("close-call")));
        agenda.carryOut();
    }

    /** One startup on its way to an application. */
    private final class Applying {

        private final Play play;
        private final Agenda agenda;
        private final Candidate candidate;
        private final Company company;

        Applying(Play play, Agenda agenda, Candidate candidate) {
            this.play = play;
            this.agenda = agenda;
            this.candidate = candidate;
            this.company = play.company();
        }

        void prepare() {
            Instant sendsIn = sendsIn();
            agenda.at(sendsIn.minus(REGISTRATION_BEFORE), () -> register(sendsIn));
        }

        private Instant sendsIn() {
            EditionPlan plan = edition.plan();
            double chance = play.random().nextDouble();
            return switch (candidate.twist()) {
                case EARLY -> plan.opening().minus(Duration.ofHours(2));
                case IN_GRACE -> between(plan.advertised(), plan.enforced(), chance);
                case LATE, LATE_WITH_LEAVE -> between(plan.enforced().plusSeconds(1), plan.after(2, "20:00"), chance);
                case USUAL, TWICE, WITHDRAWS, IDEA_ONLY, CLOSED_MODEL, ABROAD, DEPENDENT, WAIVED, TWIN ->
                    // Few in the first weeks, most in the last.
                    between(
                            plan.opening().plus(Duration.ofHours(2)),
                            plan.advertised(),
                            1 - StrictMath.pow(chance, RUSH));
            };
        }

        private static Instant between(Instant first, Instant last, double part) {
            return first.plusSeconds((long) (Duration.between(first, last).toSeconds() * part));
        }

        private void register(Instant sendsIn) {
            String startup = company.lead()
                    .does("/api/startups", candidate.registration())
                    .id();
            if (candidate.priorParticipations() > 0) {
                company.staff().does("/api/startups/" + startup + "/record-past-participation", candidate.past());
            }
            Reply issued = company.lead().does(edition.path("application-tokens"), Map.of("startup", startup));
            Actor applicant = company.applicant(issued.text("token"));
            agenda.at(sendsIn, () -> apply(startup, applicant));
        }

        private void apply(String startup, Actor applicant) {
            switch (candidate.twist()) {
                case EARLY -> {
                    refused("call-not-yet-open", startup, applicant);
                    agenda.at(edition.plan().opening().plus(Duration.ofHours(1)), () -> accepted(startup, applicant));
                }
                case LATE -> refused("deadline-missed", startup, applicant);
                case LATE_WITH_LEAVE -> {
                    refused("deadline-missed", startup, applicant);
                    agenda.at(edition.plan().after(2, "20:30"), () -> grantLeave(startup));
                    agenda.at(edition.plan().after(2, "21:15"), () -> accepted(startup, applicant));
                }
                case TWICE -> {
                    accepted(startup, applicant);
                    agenda.at(play.clock().instant().plusSeconds(70), () -> appliesAgain(startup));
                }
                case WITHDRAWS -> {
                    Applied sent = accepted(startup, applicant);
                    if (play.random().nextBoolean()) {
                        Instant later =
                                between(play.clock().instant(), edition.plan().after(2, "22:00"), 0.5);
                        agenda.at(later, () -> sent.withdraw("We have found a first customer and must serve it."));
                    }
                }
                case USUAL, IN_GRACE, IDEA_ONLY, CLOSED_MODEL, ABROAD, DEPENDENT, WAIVED, TWIN ->
                    accepted(startup, applicant);
            }
        }

        private void refused(String problem, String startup, Actor applicant) {
            applicant.isRefused(problem, "/api/applications", candidate.application(startup));
        }

        private Applied accepted(String startup, Actor applicant) {
            Reply reply = edition.note(applicant.does("/api/applications", candidate.application(startup)));
            var sent = new Applied(candidate, reply.id(), startup, applicant);
            edition.add(sent);
            return sent;
        }

        /** By telephone, as if the first had never arrived. */
        private void appliesAgain(String startup) {
            var body = new HashMap<>(candidate.application(startup));
            body.put("edition", edition.id());
            company.lead().onBehalfOfApplicant().isRefused("already-applied", "/api/applications", body);
        }

        private void grantLeave(String startup) {
            company.staff()
                    .does(
                            edition.path("grant-deadline-override"),
                            Map.of(
                                    "startup",
                                    startup,
                                    "until",
                                    edition.plan().enforced().plus(LEAVE),
                                    "reason",
                                    "The form was down for them on the last evening."));
        }
    }
}
