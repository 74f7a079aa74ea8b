package eu.tremplin.application.demonstration.cast;

/** The partners of the case, and what each gives; the amounts are invented. */
public enum Giver {
    CLOUD("Scaleway", "FR", "scaleway", "GPU_HOUR", "60000", "H100 cluster"),
    MODELS("Hugging Face", "US", "huggingface", "SEAT", "60", "Model platform"),
    CAMPUS("STATION F", "FR", "stationf", "DESK", "30", "Campus in Paris"),
    RESEARCH("FAIR at Meta", "US", "fair", "MENTORING_HOUR", "400", "Research mentoring");

    private final String organisation;
    private final String legalSeat;
    private final String manager;
    private final String unit;
    private final String pledged;
    private final String scope;

    Giver(String organisation, String legalSeat, String manager, String unit, String pledged, String scope) {
        this.organisation = organisation;
        this.legalSeat = legalSeat;
        this.manager = manager;
        this.unit = unit;
        this.pledged = pledged;
        this.scope = scope;
    }

    public String organisation() {
        return organisation;
    }

    /** ISO 3166 alpha-2 code of the country. */
    public String legalSeat() {
        return legalSeat;
    }

    /** The user who acts for the partner. */
    public String manager() {
        return manager;
    }

    public String unit() {
        return unit;
    }

    /** To one edition, in {@link #unit()}. */
    public String pledged() {
        return pledged;
    }

    public String scope() {
        return scope;
    }
}
