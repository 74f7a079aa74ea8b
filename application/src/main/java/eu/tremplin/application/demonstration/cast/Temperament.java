package eu.tremplin.application.demonstration.cast;

import java.util.List;

/**
 * A reviewer, and how they judge.
 *
 * @param user also the name to sign in with
 * @param severity points added to every score; below zero for the severe
 * @param stretch how far apart they place the good and the bad; 1 for the average reviewer
 * @param favourite the criterion they warm to
 * @param capacity applications they will read at most, of each hundred that were sent in
 */
public record Temperament(String user, double severity, double stretch, String favourite, int capacity) {

    public static final List<Temperament> ALL = List.of(
            new Temperament("agathe", -0.8, 1.2, "technology", 30),
            new Temperament("bartosz", 0.7, 0.7, "team", 30),
            new Temperament("clementine", 0.0, 1.0, "openness", 30),
            new Temperament("dagmar", -0.4, 1.4, "technology", 30),
            new Temperament("eskil", 0.3, 0.9, "impact", 30),
            new Temperament("fiorella", 0.9, 0.6, "team", 30),
            new Temperament("gwenael", -0.2, 1.1, "openness", 30),
            new Temperament("hedwig", -1.0, 0.8, "impact", 30),
            new Temperament("isidore", 0.1, 1.3, "technology", 30),
            new Temperament("jadwiga", 0.5, 1.0, "openness", 30),
            new Temperament("kasimir", -0.1, 0.9, "team", 30),
            new Temperament("leocadie", 0.2, 1.0, "impact", 4));

    public int capacityAmong(int applicants) {
        return Math.max(3, applicants * capacity / 100);
    }
}
