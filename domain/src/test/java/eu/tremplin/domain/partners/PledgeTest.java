package eu.tremplin.domain.partners;

import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.partners.PartnerReason.NOT_THE_PARTNER;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ALREADY_COMMITTED;
import static eu.tremplin.domain.partners.PledgeHistory.PARTNER;
import static eu.tremplin.domain.partners.PledgeHistory.PLEDGE;
import static eu.tremplin.domain.partners.PledgeHistory.TERMS;
import static eu.tremplin.domain.partners.PledgeHistory.committed;
import static eu.tremplin.domain.partners.PledgeHistory.partnerInvited;
import static eu.tremplin.domain.partners.PledgeHistory.proposed;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.testing.EveryCommand;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PledgeTest {

    private static final ProposePledge PROPOSE = new ProposePledge(PLEDGE, PARTNER, EDITION, TERMS);
    private static final CommitPledge COMMIT = new CommitPledge(PLEDGE, PARTNER);

    @Test
    void comesFromAnInvitedPartner() {
        givenNothing()
                .when(new InvitePartner(PARTNER, "A cloud provider", "FR"))
                .expectEvents(new PartnerInvited(PARTNER, "A cloud provider", "FR"));
    }

    @Nested
    class BeforeTheProposal {

        @Test
        void isProposedToAnEditionThatHasNotEnded() {
            for (var edition : List.of(EditionHistory.planned(), EditionHistory.open(), EditionHistory.running())) {
                given(edition)
                        .and(partnerInvited())
                        .when(PROPOSE)
                        .expectEvents(new PledgeProposed(PLEDGE, PARTNER, EDITION, TERMS))
                        .expectReadOnly(PARTNER, EDITION);
            }
        }

        @Test
        void isNotProposedToAnEditionThatHasEnded() {
            given(EditionHistory.ended())
                    .and(partnerInvited())
                    .when(PROPOSE)
                    .expectRefusal(EDITION_OVER)
                    .expectNoEvents();
        }

        @Test
        void isNotProposedByAPartnerWhoDoesNotExist() {
            given(EditionHistory.planned()).when(PROPOSE).expectNotFound().expectNoEvents();
        }

        @Test
        void isNotProposedToAnEditionThatDoesNotExist() {
            given(partnerInvited()).when(PROPOSE).expectNotFound().expectNoEvents();
        }
    }

    @Nested
    class WhileProposed {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(PledgeCommand.class, proposed())
                    .leavesOut(ProposePledge.class)
                    .accepts(COMMIT)
                    .tests();
        }

        @Test
        void isCommittedByItsPartner() {
            given(proposed()).when(COMMIT).expectEvents(new PledgeCommitted(PLEDGE));
        }

        @Test
        void isCommittedByNobodyElse() {
            given(proposed())
                    .when(new CommitPledge(PLEDGE, new PartnerId(new UUID(0, 1))))
                    .expectRefusal(NOT_THE_PARTNER)
                    .expectNoEvents();
        }

        @Test
        void bindsNobody() {
            given(proposed())
                    .whenAsked(
                            Pledge.class,
                            PLEDGE,
                            pledge -> assertThat(pledge.committedTerms()).isEmpty())
                    .expectAccepted();
        }
    }

    @Nested
    class OnceCommitted {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(PledgeCommand.class, committed())
                    .leavesOut(ProposePledge.class)
                    .refuses(PLEDGE_ALREADY_COMMITTED, COMMIT)
                    .tests();
        }

        @Test
        void bindsThePartnerToItsTerms() {
            given(committed())
                    .whenAsked(
                            Pledge.class,
                            PLEDGE,
                            pledge -> assertThat(pledge.committedTerms()).contains(TERMS))
                    .expectAccepted();
        }
    }
}
