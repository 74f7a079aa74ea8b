package eu.tremplin.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tremplin. */
@SpringBootApplication
public class TremplinApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TremplinApplication.class, arguments);
    }
}
