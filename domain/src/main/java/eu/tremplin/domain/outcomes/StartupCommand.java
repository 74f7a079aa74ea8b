package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.Country;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.StartupId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a startup's register entry. */
public sealed interface StartupCommand extends DomainCommand {

    @TargetAggregateIdentifier
    StartupId startup();

    /**
     * Registers a company.
     *
     * @param country ISO 3166 alpha-2 code of the headquarters, where known
     * @param foundedIn calendar year, where known
     */
    record RegisterStartup(
            StartupId startup,
            String name,
            @Nullable String country,
            @Nullable Integer foundedIn,
            @Nullable String website,
            @Nullable String description)
            implements StartupCommand {

        public RegisterStartup {
            InvalidValue.unlessText(name, "name", 300);
            InvalidValue.unless(
                    country == null || Country.isCode(country),
                    "country",
                    "must be an ISO 3166 alpha-2 country code in capitals, such as FR");
            InvalidValue.unless(
                    foundedIn == null || (foundedIn >= 1800 && foundedIn <= 2200),
                    "foundedIn",
                    "must be a year between 1800 and 2200");
            InvalidValue.unless(website == null || website.length() <= 500, "website", "must not be longer than 500");
            InvalidValue.unless(
                    description == null || description.length() <= 5000, "description", "must not be longer than 5000");
        }
    }

    /**
     * Records that the startup took part in something that was not run here.
     *
     * @param session the session in the source's words, such as {@code 2011 Winter}
     * @param startedOn business date: first day of the session
     * @param source where this is known from
     */
    record RecordPastParticipation(
            StartupId startup, String programme, String session, LocalDate startedOn, String source)
            implements StartupCommand {

        public RecordPastParticipation {
            InvalidValue.unlessText(programme, "programme", 200);
            InvalidValue.unlessText(session, "session", 200);
            InvalidValue.unlessText(source, "source", 500);
        }
    }

    /**
     * Reports what became of the startup.
     *
     * @param businessDate when the fact itself holds
     * @param source where this is known from
     * @param verifiedOn when somebody last checked it, where anybody did
     */
    record ReportOutcome(
            StartupId startup,
            OutcomeFact fact,
            LocalDate businessDate,
            String source,
            @Nullable LocalDate verifiedOn) implements StartupCommand {

        public ReportOutcome {
            InvalidValue.unlessText(source, "source", 500);
        }
    }
}
