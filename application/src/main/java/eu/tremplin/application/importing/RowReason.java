package eu.tremplin.application.importing;

import eu.tremplin.domain.shared.Reason;

/** Why a row of a file is not imported. */
enum RowReason implements Reason {
    WRONG_NUMBER_OF_FIELDS("The row has more or fewer fields than the header; mend the row in the file."),
    KEY_MISSING("A column that identifies the row is empty."),
    ROW_TWICE("An earlier row of this file has the same key, and one startup is not registered twice."),
    CONTROL_CHARACTERS("A cell holds control characters, so the file is not the text it says it is."),
    NOT_A_YEAR("A year is written with four digits."),
    SEASON_UNKNOWN("The mapping does not say when this season starts."),
    STATUS_UNKNOWN("The mapping does not say what this status means."),
    COUNTRY_UNKNOWN("The mapping has no country code for this name."),
    AMOUNT_UNREADABLE(
            "This is not an amount in the mapping's notation; mend it, or say in the mapping how to read it."),
    VALUE_INVALID("A value of the row can never be right.");

    private final String explanation;

    RowReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
