package eu.tremplin.application;

import eu.tremplin.application.checking.CheckCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Starts Tremplin, or does the one thing that its first argument asks for instead. */
@SpringBootApplication
public class TremplinApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(CheckCommand.NAME)) {
            // Nothing but the report.
            LoggingSystem.get(TremplinApplication.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
            System.exit(CheckCommand.run(List.of(arguments).subList(1, arguments.length), System.out, System.err));
        }
        SpringApplication.run(TremplinApplication.class, arguments);
    }
}
