package eu.tremplin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.RunningTremplin;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What the first start makes of a bare home, and what the later ones find there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeIT {

    private RunningTremplin tremplin;

    @BeforeAll
    void startOnBareHome() {
        tremplin = RunningTremplin.onBareHome("home").start();
    }

    @AfterAll
    void stop() {
        tremplin.close();
    }

    @Test
    @Order(1)
    void keepsEverythingReadableByItsOwnerAlone() {
        assertThat(tremplin.home().mode()).isEqualTo("rwx------");
        assertThat(tremplin.home().modes())
                .containsKeys("credentials.properties", "postgres.properties", "vault.json", "lock", "postgres")
                .allSatisfy((name, mode) -> assertThat(mode).as(name).isIn("rw-------", "rwx------"));
    }

    @Test
    @Order(2)
    void makesFourUsersWhoCanSignIn() {
        Properties credentials = tremplin.home().properties("credentials.properties");
        assertThat(credentials.stringPropertyNames())
                .containsExactlyInAnyOrder("staff", "reviewer", "analyst", "auditor");

        tremplin.as("staff").get("/api/worklist").expect(200);
        tremplin.as("analyst").get("/api/funnel").expect(200);
        tremplin.as("auditor").get("/api/history").expect(200);
        tremplin.as("reviewer").post("/api/startups", Bodies.startup("Theirs")).expectProblem(403, "not-allowed");
    }

    @Test
    @Order(3)
    void refusesASecondProcessOnTheSameHome() {
        RunningTremplin rival = tremplin.rivalOnSameHome("rival");
        rival.launch();

        assertThat(rival.awaitEnd()).isNotZero();
        assertThat(rival.output()).contains("Another Tremplin is running on the home directory");
        tremplin.as("staff").get("/api/worklist").expect(200);
    }

    @Test
    @Order(4)
    void findsItsDataItsPortAndItsPasswordsAfterARestart() {
        String startup = Applied.register(tremplin.as("staff"), "Kept");
        Properties credentials = tremplin.home().properties("credentials.properties");
        Properties postgres = tremplin.home().properties("postgres.properties");

        tremplin.stop();
        assertThat(tremplin.home().databaseServer()).isEmpty();
        tremplin.start();

        assertThat(tremplin.home().properties("credentials.properties")).isEqualTo(credentials);
        assertThat(tremplin.home().properties("postgres.properties")).isEqualTo(postgres);
        assertThat(tremplin.as("auditor")
                        .with("Accept", "application/x-ndjson")
                        .get("/api/history")
                        .expect(200)
                        .body())
                .contains(startup);
    }

    @Test
    @Order(5)
    void writesNoPasswordIntoItsOutput() {
        tremplin.home()
                .properties("credentials.properties")
                .forEach((_, password) -> assertThat(tremplin.output()).doesNotContain((String) password));
        Properties postgres = tremplin.home().properties("postgres.properties");
        postgres.stringPropertyNames().stream()
                .filter(name -> name.endsWith("password"))
                .forEach(name -> assertThat(tremplin.output()).doesNotContain(postgres.getProperty(name)));
    }
}
