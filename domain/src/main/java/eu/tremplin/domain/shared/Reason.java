package eu.tremplin.domain.shared;

/** Why a rule says no. Every reason is an enum constant, documented to callers under its {@link #code()}. */
public interface Reason {

    /** The constant's name, {@code QUORUM_NOT_MET}. */
    String name();

    /** One sentence for the person who asked, which tells the next step. Never personal data. */
    String explanation();

    /** Stable public name of the reason, {@code quorum-not-met}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
