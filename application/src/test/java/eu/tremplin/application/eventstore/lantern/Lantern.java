package eu.tremplin.application.eventstore.lantern;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.application.eventstore.lantern.LanternCommand.DedicateLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.NameLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.RenameLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternDedicated;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternNamed;
import eu.tremplin.application.eventstore.lantern.LanternEvent.NameGivenBack;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A lantern that counts how often it was lit. */
@AggregateRoot(type = "lanterns.Lantern")
public class Lantern {

    @AggregateIdentifier
    private LanternId id;

    private int lit;

    private String name = "";

    Lantern() {}

    @CommandHandler
    Lantern(HangLantern command) {
        apply(new LanternHung(command.lantern(), command.edition()));
    }

    @CommandHandler
    int handle(LightLantern command) {
        light();
        return lit;
    }

    @CommandHandler
    void handle(NameLantern command) {
        apply(new LanternNamed(id, command.name()));
    }

    @CommandHandler
    void handle(RenameLantern command) {
        rename(command.name());
    }

    @CommandHandler
    void handle(DedicateLantern command) {
        apply(new LanternDedicated(id, command.to()));
    }

    void light() {
        apply(new LanternLit(id, lit + 1));
    }

    public void giveBack(String claimed) {
        apply(new NameGivenBack(id, claimed));
    }

    void rename(String newName) {
        giveBack(name);
        apply(new LanternNamed(id, newName));
    }

    String name() {
        return name;
    }

    @EventSourcingHandler
    void on(LanternEvent event) {
        id = event.lantern();
        switch (event) {
            case LanternHung _, LanternDedicated _ -> {}
            case LanternLit e -> lit = e.times();
            case LanternNamed e -> name = e.name();
            case NameGivenBack _ -> name = "";
        }
    }
}
