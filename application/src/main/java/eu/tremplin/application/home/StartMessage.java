package eu.tremplin.application.home;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** The line by which the person who starts Tremplin finds everything; never a password. */
final class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final Home home;
    private final Database database;
    private volatile int port;

    StartMessage(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info(
                "Tremplin is ready. Try it: http://localhost:{}/ - names and passwords: {} - home: {} - database: {}",
                port,
                home.credentials().path(),
                home.directory(),
                database.description());
    }
}
