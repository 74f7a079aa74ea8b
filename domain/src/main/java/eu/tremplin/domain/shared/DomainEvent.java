package eu.tremplin.domain.shared;

import java.util.List;

/** Something that has happened, for good. */
public interface DomainEvent {

    /** What this event takes for itself across all streams; the append fails when somebody else holds one. */
    default List<Claim> claims() {
        return List.of();
    }

    /** What this event gives back for others to take. */
    default List<Claim> releases() {
        return List.of();
    }
}
