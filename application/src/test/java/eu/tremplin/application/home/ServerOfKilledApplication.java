package eu.tremplin.application.home;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts a home's server and then does nothing until it is killed. */
final class ServerOfKilledApplication {

    static final String STARTED = "started";

    private ServerOfKilledApplication() {}

    public static void main(String[] home) throws IOException {
        try (var server = EmbeddedServer.start(Home.at(Path.of(home[0])))) {
            System.out.println(STARTED + " " + server.properties());
            if (System.in.read() < 0) {
                throw new IllegalStateException("the test that started this has gone");
            }
        }
    }
}
