package eu.tremplin.domain.applications;

/** Valid reviews there are, of those there must be: {@code k of n}. */
public record Quorum(int completed, int required) {

    public boolean met() {
        return completed >= required;
    }
}
