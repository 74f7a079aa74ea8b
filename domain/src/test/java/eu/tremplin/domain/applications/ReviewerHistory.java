package eu.tremplin.domain.applications;

import static eu.tremplin.domain.editions.EditionHistory.EDITION;

import eu.tremplin.domain.applications.ReviewerEvent.CommitmentAccepted;
import eu.tremplin.domain.applications.ReviewerEvent.CommitmentDeclined;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerInvited;
import eu.tremplin.domain.applications.ReviewerEvent.ReviewerReleased;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.testing.History;
import java.util.List;
import java.util.UUID;

/** Reviewers of the edition of the tests. */
public final class ReviewerHistory {

    static final PersonId FIRST_PERSON = new PersonId(UUID.fromString("01900000-0000-7000-8000-0000000000d1"));
    static final PersonId SECOND_PERSON = new PersonId(UUID.fromString("01900000-0000-7000-8000-0000000000d2"));

    public static final ReviewerId FIRST = ReviewerId.of(EDITION, FIRST_PERSON);
    static final ReviewerId SECOND = ReviewerId.of(EDITION, SECOND_PERSON);

    /** Applications a reviewer of the tests reads at most. */
    static final int CAPACITY = 2;

    private ReviewerHistory() {}

    static List<DomainEvent> invited(PersonId person) {
        return invited(EDITION, person);
    }

    static List<DomainEvent> invited(EditionId edition, PersonId person) {
        return List.of(new ReviewerInvited(ReviewerId.of(edition, person), edition, person));
    }

    static List<DomainEvent> committed(PersonId person) {
        return committed(EDITION, person);
    }

    static List<DomainEvent> committed(EditionId edition, PersonId person) {
        return History.of(invited(edition, person), new CommitmentAccepted(ReviewerId.of(edition, person), CAPACITY));
    }

    static List<DomainEvent> declined(PersonId person) {
        return History.of(invited(person), new CommitmentDeclined(ReviewerId.of(EDITION, person)));
    }

    static List<DomainEvent> released(PersonId person) {
        return History.of(committed(person), new ReviewerReleased(ReviewerId.of(EDITION, person)));
    }

    /** The two reviewers of the tests, both committed. */
    public static List<DomainEvent> committed() {
        return History.of(committed(FIRST_PERSON), committed(SECOND_PERSON));
    }
}
