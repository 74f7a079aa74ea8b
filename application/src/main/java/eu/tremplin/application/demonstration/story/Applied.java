package eu.tremplin.application.demonstration.story;

import eu.tremplin.application.demonstration.acting.Actor;
import java.util.ArrayList;
import java.util.List;

/** An application that was sent in, as far as the story has to remember it. */
final class Applied {

    private final Candidate candidate;
    private final String id;
    private final String startup;
    private final Actor applicant;
    private final List<Temperament> readers = new ArrayList<>();
    private boolean withdrawn;

    Applied(Candidate candidate, String id, String startup, Actor applicant) {
        this.candidate = candidate;
        this.id = id;
        this.startup = startup;
        this.applicant = applicant;
    }

    Candidate candidate() {
        return candidate;
    }

    String id() {
        return id;
    }

    String startup() {
        return startup;
    }

    /** Whoever holds its token. */
    Actor applicant() {
        return applicant;
    }

    String path(String command) {
        return "/api/applications/" + id + "/" + command;
    }

    List<Temperament> readers() {
        return readers;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    void withdraw(String reason) {
        applicant.does(path("withdraw"), Because.of(reason));
        withdrawn = true;
    }
}
