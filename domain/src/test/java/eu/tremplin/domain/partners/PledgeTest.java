package eu.tremplin.domain.partners;

import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.partners.PartnerReason.NOT_THE_PARTNER;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ALREADY_COMMITTED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_NOT_SUSPENDED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_ONLY_PROPOSED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_SUSPENDED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_UNCHANGED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_WITHDRAWN;
import static eu.tremplin.domain.partners.PledgeHistory.PARTNER;
import static eu.tremplin.domain.partners.PledgeHistory.PLEDGE;
import static eu.tremplin.domain.partners.PledgeHistory.REASON;
import static eu.tremplin.domain.partners.PledgeHistory.REVISED;
import static eu.tremplin.domain.partners.PledgeHistory.TERMS;
import static eu.tremplin.domain.partners.PledgeHistory.committed;
import static eu.tremplin.domain.partners.PledgeHistory.partnerInvited;
import static eu.tremplin.domain.partners.PledgeHistory.proposed;
import static eu.tremplin.domain.partners.PledgeHistory.suspended;
import static eu.tremplin.domain.partners.PledgeHistory.withdrawn;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.partners.PartnerCommand.InvitePartner;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PledgeCommand.CommitPledge;
import eu.tremplin.domain.partners.PledgeCommand.ProposePledge;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Unit;
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
    private static final RevisePledge REVISE = new RevisePledge(PLEDGE, PARTNER, REVISED, REASON);
    private static final SuspendPledge SUSPEND = new SuspendPledge(PLEDGE, PARTNER, REASON);
    private static final ResumePledge RESUME = new ResumePledge(PLEDGE, PARTNER);
    private static final WithdrawPledge WITHDRAW = new WithdrawPledge(PLEDGE, PARTNER, REASON);

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
                    .accepts(COMMIT, REVISE, WITHDRAW)
                    .refuses(PLEDGE_ONLY_PROPOSED, SUSPEND)
                    .refuses(PLEDGE_NOT_SUSPENDED, RESUME)
                    .tests();
        }

        @Test
        void isCommittedByItsPartner() {
            given(proposed()).when(COMMIT).expectEvents(new PledgeCommitted(PLEDGE));
        }

        @Test
        void bindsThePartnerToWhatItWasRevisedToBeforeItWasCommitted() {
            given(proposed())
                    .and(REVISE)
                    .and(COMMIT)
                    .whenAsked(
                            Pledge.class,
                            PLEDGE,
                            pledge -> assertThat(pledge.committedTerms()).contains(REVISED))
                    .expectAccepted();
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
                    .accepts(REVISE, SUSPEND, WITHDRAW)
                    .refuses(PLEDGE_ALREADY_COMMITTED, COMMIT)
                    .refuses(PLEDGE_NOT_SUSPENDED, RESUME)
                    .tests();
        }

        @Test
        void isRevised() {
            given(committed()).when(REVISE).expectEvents(new PledgeRevised(PLEDGE, TERMS, REVISED, REASON));
        }

        @Test
        void isRevisedFromWhatItWasRevisedToLast() {
            given(committed())
                    .and(REVISE)
                    .when(new RevisePledge(PLEDGE, PARTNER, TERMS, REASON))
                    .expectEvents(new PledgeRevised(PLEDGE, REVISED, TERMS, REASON));
        }

        @Test
        void isNotRevisedToWhatItIs() {
            given(committed())
                    .when(new RevisePledge(PLEDGE, PARTNER, TERMS, REASON))
                    .expectRefusal(PLEDGE_UNCHANGED)
                    .expectNoEvents();
        }

        @Test
        void isSuspended() {
            given(committed()).when(SUSPEND).expectEvents(new PledgeSuspended(PLEDGE, REASON));
        }

        @Test
        void isWithdrawnWhole() {
            given(committed())
                    .when(WITHDRAW)
                    .expectEvents(new PledgeWithdrawn(PLEDGE, Amount.zero(Unit.GPU_HOUR), REASON));
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

    @Nested
    class WhileSuspended {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(PledgeCommand.class, suspended())
                    .leavesOut(ProposePledge.class)
                    .accepts(REVISE, RESUME, WITHDRAW)
                    .refuses(PLEDGE_ALREADY_COMMITTED, COMMIT)
                    .refuses(PLEDGE_SUSPENDED, SUSPEND)
                    .tests();
        }

        @Test
        void isResumed() {
            given(suspended()).when(RESUME).expectEvents(new PledgeResumed(PLEDGE));
        }

        @Test
        void staysSuspendedWhenItIsRevised() {
            given(suspended())
                    .and(REVISE)
                    .when(SUSPEND)
                    .expectRefusal(PLEDGE_SUSPENDED)
                    .expectNoEvents();
        }
    }

    @Nested
    class OnceWithdrawn {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(PledgeCommand.class, withdrawn())
                    .leavesOut(ProposePledge.class)
                    .refuses(PLEDGE_WITHDRAWN, COMMIT, REVISE, SUSPEND, RESUME, WITHDRAW)
                    .tests();
        }
    }

    @Nested
    class AskedByAnotherPartner {

        private static final PartnerId ANOTHER = new PartnerId(new UUID(0, 1));

        @TestFactory
        Stream<DynamicTest> doesNothing() {
            return Stream.of(proposed(), committed(), suspended(), withdrawn())
                    .flatMap(history -> EveryCommand.of(PledgeCommand.class, history)
                            .leavesOut(ProposePledge.class)
                            .refuses(
                                    NOT_THE_PARTNER,
                                    new CommitPledge(PLEDGE, ANOTHER),
                                    new RevisePledge(PLEDGE, ANOTHER, REVISED, REASON),
                                    new SuspendPledge(PLEDGE, ANOTHER, REASON),
                                    new ResumePledge(PLEDGE, ANOTHER),
                                    new WithdrawPledge(PLEDGE, ANOTHER, REASON))
                            .tests());
        }
    }
}
