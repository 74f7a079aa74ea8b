package eu.tremplin.application.demonstration.stage;

/** The password of every user, the invented ones included. */
public interface Passwords {

    String of(String user);
}
