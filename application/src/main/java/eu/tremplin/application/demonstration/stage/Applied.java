package eu.tremplin.application.demonstration.stage;

import eu.tremplin.application.demonstration.acting.Actor;
import eu.tremplin.application.demonstration.cast.Candidate;
import eu.tremplin.application.demonstration.cast.Temperament;
import java.util.ArrayList;
import java.util.List;

/** An application that was sent in, as far as the story has to remember it. */
public final class Applied {

    private final Candidate candidate;
    private final String id;
    private final String startup;
    private final Actor applicant;
    private final List<Temperament> readers = new ArrayList<>();
    private boolean withdrawn;

    public Applied(Candidate candidate, String id, String startup, Actor applicant) {
        this.candidate = candidate;
        this.id = id;
        this.startup = startup;
        this.applicant = applicant;
    }

    public Candidate candidate() {
        return candidate;
    }

    public String id() {
        return id;
    }

    public String startup() {
        return startup;
    }

    /** Whoever holds its token. */
    public Actor applicant() {
        return applicant;
    }

    public String path(String command) {
        return "/api/applications/" + id + "/" + command;
    }

    public List<Temperament> readers() {
        return readers;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    public void withdraw(String reason) {
        applicant.does(path("withdraw"), Because.of(reason));
        withdrawn = true;
    }
}
