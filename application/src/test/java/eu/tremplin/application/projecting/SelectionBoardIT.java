package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.Recommendation;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.editions.StartupStage;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.selectionboard.SelectionBoard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rank, ties and cut, which the database computes whenever the board is asked for. */
class SelectionBoardIT {

    private final TestDatabase database = TestDatabase.create();
    private final TestNode node = TestNode.started(database, List.of(new SelectionBoard()));
    private final EditionId edition = new EditionId(UUID.randomUUID());
    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void anEditionOfThreeSeatsAsksForTwoReviews() {
        plan(edition, 3);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void ranksByMeanScoreAndSaysWhereTheSeatsEnd() throws Exception {
        apply("best", "0.9", "0.9");
        apply("second", "0.8", "0.7");
        apply("third", "0.5", "0.6");
        apply("fourth", "0.1", "0.2");

        assertThat(board())
                .containsEntry("best", "1 of 1 ABOVE")
                .containsEntry("second", "2 of 1 ABOVE")
                .containsEntry("third", "3 of 1 ABOVE")
                .containsEntry("fourth", "4 of 1 BELOW");
    }

    @Test
    void givesTiesOneRankAndLeavesOutTheRanksTheyTake() throws Exception {
        apply("ada", "0.9", "0.7");
        apply("ben", "0.8", "0.8");
        apply("clara", "0.7", "0.7");
        apply("dan", "0.6", "0.6");

        assertThat(board())
                .containsEntry("ada", "1 of 2 ABOVE")
                .containsEntry("ben", "1 of 2 ABOVE")
                .containsEntry("clara", "3 of 1 ABOVE")
                .containsEntry("dan", "4 of 1 BELOW");
    }

    @Test
    void saysWhenATieLiesAcrossTheLastSeat() throws Exception {
        apply("best", "0.9", "0.9");
        apply("ada", "0.5", "0.5");
        apply("ben", "0.6", "0.4");
        apply("clara", "0.4", "0.6");
        apply("last", "0.1", "0.1");

        assertThat(board())
                .containsEntry("best", "1 of 1 ABOVE")
                .containsEntry("ada", "2 of 3 STRADDLING")
                .containsEntry("ben", "2 of 3 STRADDLING")
                .containsEntry("clara", "2 of 3 STRADDLING")
                .containsEntry("last", "5 of 1 BELOW");
    }

    @Test
    void ranksNobodyWithoutAQuorumOfReviews() throws Exception {
        apply("quorate", "0.1", "0.2");
        apply("reviewed once", "0.9");
        apply("new");

        assertThat(board())
                .containsEntry("quorate", "1 of 1 ABOVE")
                .containsEntry("reviewed once", "-")
                .containsEntry("new", "-");
    }

    @Test
    void followsTheQuorumOfTheCurrentPolicy() throws Exception {
        apply("twice", "0.1", "0.2");
        apply("once", "0.9");

        node.append(List.of(policy(edition, 2, 1)));

        assertThat(board()).containsEntry("once", "1 of 1 ABOVE").containsEntry("twice", "2 of 1 ABOVE");
    }

    @Test
    void movesTheOthersUpWhenOneIsWithdrawn() throws Exception {
        apply("first", "0.9", "0.9");
        apply("second", "0.8", "0.8");

        node.append(List.of(new ApplicationWithdrawn(application("first"), edition, startup("first"), text("first"))));

        assertThat(board()).containsEntry("first", "-").containsEntry("second", "1 of 1 ABOVE");
    }

    @Test
    void keepsEditionsApart() throws Exception {
        apply("ours", "0.1", "0.1");
        var other = new EditionId(UUID.randomUUID());
        plan(other, 1);

        apply(other, "theirs", "0.9", "0.9");
        apply(other, "theirs too", "0.9", "0.9");

        assertThat(board())
                .containsEntry("ours", "1 of 1 ABOVE")
                .containsEntry("theirs", "1 of 2 STRADDLING")
                .containsEntry("theirs too", "1 of 2 STRADDLING");
    }

    private void plan(EditionId planned, int seats) {
        node.append(List.of(
                new EditionPlanned(
                        planned,
                        "Station",
                        "Edition",
                        "Host",
                        seats,
                        ZoneId.of("Europe/Paris"),
                        "EU",
                        LocalDate.of(2024, 9, 1),
                        LocalDate.of(2025, 2, 28)),
                policy(planned, 1, 2)));
    }

    private static PolicyAdopted policy(EditionId edition, int version, int quorum) {
        var anybody = new Eligibility(Set.of(), Set.of(), false, false, false, 10);
        return new PolicyAdopted(edition, version, new Policy(quorum, 14, anybody, List.of()));
    }

    private void apply(String name, String... scores) {
        apply(edition, name, scores);
    }

    private void apply(EditionId to, String name, String... scores) {
        ApplicationId application = application(name);
        names.add(name);
        node.append(List.of(new ApplicationSubmitted(
                application,
                to,
                startup(name),
                1,
                Instant.EPOCH,
                text(name),
                text(name),
                text(name),
                new StartupProfile("FR", StartupStage.MVP, true, true, true, 0))));
        for (String score : scores) {
            node.append(List.of(new ReviewSubmitted(
                    application,
                    new ReviewerId(UUID.randomUUID()),
                    1,
                    1,
                    1,
                    Map.of("team", 3),
                    new BigDecimal(score).setScale(6),
                    Recommendation.DISCUSS,
                    text(name))));
        }
    }

    private static StartupId startup(String name) {
        return new StartupId(Identifier.derivedFrom("startup", name));
    }

    private static ApplicationId application(String name) {
        return new ApplicationId(Identifier.derivedFrom("application", name));
    }

    private static PersonalText text(String name) {
        return PersonalText.of(application(name).contact(), name);
    }

    /** Rank, how many share it, and cut of each application, by its name. */
    private Map<String, String> board() throws InterruptedException {
        node.awaitEndOfLog("selection-board");
        var board = new HashMap<String, String>();
        for (String name : names) {
            board.put(
                    name,
                    database.jdbc()
                            .sql("""
                                select coalesce(rank || ' of ' || tied || ' ' || cut, '-')
                                  from analysis.selection_board where application = ?\
                                """)
                            .param(application(name).value())
                            .query(String.class)
                            .single());
        }
        return board;
    }
}
