package eu.tremplin.application.security;

/** What somebody may do; a user holds a set of these. */
public enum Role {
    /** Programme manager. */
    PM,
    /** Chair. */
    CH,
    /** Lead. */
    LD,
    /** Reviewer. */
    RV,
    /** Manager at a partner. */
    PT,
    /** Mentor. */
    MT,
    /** Data-protection officer. */
    DPO,
    /** Analyst. */
    AN,
    /** Auditor: reads everything, writes nothing. */
    AU,
    /** Applicant: comes with a token for one application, never with a user. */
    AP,
    /** The clock or a policy: acts from inside, never over the network. */
    SYS;

    /** Whether a user can be given this role. */
    public boolean isGrantable() {
        return switch (this) {
            case PM, CH, LD, RV, PT, MT, DPO, AN, AU -> true;
            case AP, SYS -> false;
        };
    }
}
