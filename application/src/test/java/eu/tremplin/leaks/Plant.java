package eu.tremplin.leaks;

/** A word that occurs nowhere else, and where somebody may type it. */
enum Plant {
    /** What the system asks for and keeps, as ciphertext only. */
    CONTACT_NAME("Zebulonquist", true),
    CONTACT_EMAIL("perpetua.kilnbrook", true),
    PITCH("Marzipanwerk", true),
    REASON("Trauerfallweg", true),
    COMMENT("Wankelmutig", true),
    REPORT("Sonntagsbraten", true),
    /** Kept as digest only. */
    PASSWORD("Sonnenblume-4711-Tal", true),
    /** What nobody asked for: it is refused, and kept nowhere. */
    WRONG_PASSWORD("Mondkalb-0815-Berg", true),
    WRONG_USER("Ottokar.Falschmann", true),
    WRONG_TOKEN("v1.Schluesselbund.Tuerschloss", true),
    BROKEN_BODY("Bruchstueckhausen", true),
    WRONG_FIELD("Feldnamenberg", true),
    WRONG_VALUE("Wertlosenthal", true),
    PATH("pfadnamenstein", true),
    QUERY("Suchbegriffheim", true),
    HEADER("Kopfzeilenau", true),
    COOKIE("Kruemelmonster", true),
    TRACE_STATE("spurensucher", true),
    WIRE("Drahtverhauen", true),
    CELL("Tabellenzellner", true),
    /** Kept as it is, and told to nobody who only watches. */
    STARTUP_NAME("Gruendergarten", false),
    USER_NAME("ludmilla.planck", false),
    IDEMPOTENCY_KEY("Einmalschluesselchen", false);

    private final String text;
    private final boolean keptFromDisk;

    Plant(String text, boolean keptFromDisk) {
        this.text = text;
        this.keptFromDisk = keptFromDisk;
    }

    String text() {
        return text;
    }

    /** Whether no file may hold it as it is. */
    boolean isKeptFromDisk() {
        return keptFromDisk;
    }
}
