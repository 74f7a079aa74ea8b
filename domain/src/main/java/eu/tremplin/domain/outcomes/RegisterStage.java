package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** How far a startup's register entry is. */
sealed interface RegisterStage {

    RegisterStage after(StartupEvent event);

    record Unregistered() implements RegisterStage {

        @Override
        public RegisterStage after(StartupEvent event) {
            return event instanceof StartupRegistered ? new Registered(Set.of(), Set.of()) : this;
        }
    }

    record Registered(Set<PastSession> past, Set<Report> reports) implements RegisterStage {

        public Registered {
            past = Set.copyOf(past);
            reports = Set.copyOf(reports);
        }

        boolean knows(PastSession session) {
            return past.contains(session);
        }

        boolean knows(Report report) {
            return reports.contains(report);
        }

        @Override
        public RegisterStage after(StartupEvent event) {
            return switch (event) {
                case StartupRegistered _ -> this;
                case PastParticipationRecorded e ->
                    new Registered(with(past, new PastSession(e.programme(), e.session())), reports);
                case OutcomeReported e ->
                    new Registered(past, with(reports, new Report(e.fact(), e.businessDate(), e.source())));
            };
        }

        private static <T> Set<T> with(Set<T> set, T element) {
            var more = new HashSet<>(set);
            more.add(element);
            return more;
        }
    }

    /** What makes two past participations the same one. */
    record PastSession(String programme, String session) {}

    /** What makes two reports the same one: another source may say the same, and the same source something later. */
    record Report(OutcomeFact fact, LocalDate businessDate, String source) {}
}
