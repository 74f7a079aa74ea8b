package eu.tremplin.application.dashboard;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.web.queries.ReadModelRows;
import java.util.stream.Collectors;

/**
 * Who looks at a page, as far as the page goes by it.
 *
 * @param reads whether the numbers are for this person
 * @param seesHistory whether what happened, and who did it, is too
 */
record Viewer(String name, String roles, boolean reads, boolean seesHistory) {

    static Viewer of(Caller caller) {
        return new Viewer(
                caller.name(),
                caller.roles().stream().sorted().map(Viewer::inWords).collect(Collectors.joining(", ")),
                ReadModelRows.mayRead(caller),
                seesHistory(caller));
    }

    static boolean seesHistory(Caller caller) {
        return caller.has(PM, AU, DPO);
    }

    private static String inWords(Role role) {
        return switch (role) {
            case PM -> "programme manager";
            case CH -> "chair";
            case LD -> "lead";
            case RV -> "reviewer";
            case PT -> "partner";
            case MT -> "mentor";
            case DPO -> "data-protection officer";
            case AN -> "analyst";
            case AU -> "auditor";
            case AP -> "applicant";
            case SYS -> "system";
        };
    }
}
