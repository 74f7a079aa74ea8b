package eu.tremplin.tour.recount;

import tools.jackson.databind.JsonNode;

/** A value as one table's cell, the same from JSON and from CSV: nothing is the empty text. */
public final class Cell {

    private Cell() {}

    public static String of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isContainer()) {
            throw new IllegalArgumentException("Not one value: " + value);
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }
}
