package eu.tremplin.application.projecting;

import java.util.List;

/** Some generations are no longer this node's, or not as it knew them; nothing of what it did to them stays. */
final class Fenced extends RuntimeException {

    private final transient List<Follower> followers;

    Fenced(List<Follower> followers) {
        super(followers + " are no longer this node's to move on", null, false, false);
        this.followers = followers;
    }

    List<Follower> followers() {
        return followers;
    }
}
