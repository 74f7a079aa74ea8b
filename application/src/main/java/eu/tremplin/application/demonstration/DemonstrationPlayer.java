package eu.tremplin.application.demonstration;

import eu.tremplin.application.demonstration.acting.Theatre;
import eu.tremplin.application.demonstration.stage.Passwords;
import eu.tremplin.application.demonstration.story.Story;
import eu.tremplin.application.home.DrawnProperties;
import eu.tremplin.application.home.Home;
import eu.tremplin.application.home.RandomText;
import eu.tremplin.application.home.StartRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Plays the story of a demonstration that has not been played; the application is ready only when it is over. */
final class DemonstrationPlayer implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationPlayer.class);
    private static final String COMMENT =
            "First passwords, by user, those of the demonstration's invented people included";

    private final DemonstrationGate gate;
    private final Home home;
    private final Environment environment;

    DemonstrationPlayer(DemonstrationGate gate, Home home, Environment environment) {
        this.gate = gate;
        this.home = home;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        gate.demonstration().ifPresent(demonstration -> {
            if (demonstration.wasPlayed()) {
                LOG.info("The demonstration has been played; its clock says {}.", demonstration.instant());
            } else {
                play(demonstration);
            }
        });
    }

    private void play(Demonstration demonstration) {
        long begun = System.nanoTime();
        var story = new Story(demonstration.seed(), demonstration.applicants());
        try (var theatre = new Theatre(address())) {
            story.play(theatre, demonstration, passwords(story));
        } catch (RuntimeException e) {
            throw new StartRefused(
                    "The demonstration could not be played: " + e.getMessage(),
                    "Delete " + home.directory() + " and start again; if it fails again, please report it.",
                    e);
        }
        demonstration.runOn();
        LOG.info(
                "The demonstration has been played in {} s; its clock runs on from {}.",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                demonstration.instant());
    }

    /** On disk before anybody has them, beside those of the first users, so that a person can sign in as each. */
    private Passwords passwords(Story story) {
        var drawn = new DrawnProperties(home.credentials());
        story.users().forEach(user -> drawn.get(user, RandomText::draw));
        drawn.keep(COMMENT);
        return user -> drawn.get(user, RandomText::draw);
    }

    private URI address() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        String port = environment.getRequiredProperty("local.server.port");
        try {
            InetAddress address = InetAddress.getByName(host);
            InetAddress reached = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
            String text = reached.getHostAddress();
            return URI.create("http://" + (text.contains(":") ? "[" + text + "]" : text) + ":" + port);
        } catch (UnknownHostException e) {
            throw new StartRefused("server.address is " + host + ", which is no address here.", "Correct it.", e);
        }
    }
}
