package eu.tremplin.application.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP into a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @TempDir
    static Path home;

    private static int tables;

    private ImportClient staff;
    private ImportClient reviewer;
    private String mapping;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("tremplin.home", home::toString);
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "any");
    }

    @BeforeEach
    void signIn(@LocalServerPort int port) throws IOException {
        staff = ImportClient.signedIn(port, home, "staff");
        reviewer = ImportClient.signedIn(port, home, "reviewer");
        // A source of its own for each test: another source's startups are other startups.
        mapping = Mappings.SMALL.replace("a made-up table", "made-up table " + ++tables);
    }

    @Test
    void accountsForEveryRowOfAMessyTable() {
        JsonNode report = imported(table(
                "Alpha,2019,Autumn,sold,2017,France,https://alpha.example,\"Makes, sells\",\"€2,000,"
                        + " undisclosed\",Paris",
                "",
                "Beta,2019",
                "Gamma,2019,Autumn,resting,,,,,,",
                "\"Delta \"\"D\"\"\",2020,Spring,,,Côte d'Ivoire,,,,",
                "ALPHA,2020,Spring,alive,,,,,,",
                "Epsilon,2019,Autumn,alive,,,,,$1.2M,",
                ",2019,Autumn,alive,,,,,,",
                "Zeta,2019,Autumn,alive,1492,,,,,"));

        assertCounts(report, 8, 2, 0, 6);
        assertThat(column(report, "line")).containsExactly("2", "4", "5", "6", "7", "8", "9", "10");
        assertThat(column(report, "row")).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(column(report, "status"))
                .containsExactly(
                        "IMPORTED", "REFUSED", "REFUSED", "IMPORTED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(column(report, "reason"))
                .containsExactly(
                        "",
                        "wrong-number-of-fields",
                        "status-unknown",
                        "",
                        "row-twice",
                        "amount-unreadable",
                        "key-missing",
                        "value-invalid");
        assertThat(typesIn(report, 0))
                .containsExactly(
                        "outcomes.StartupRegistered",
                        "outcomes.PastParticipationRecorded",
                        "outcomes.OutcomeReported",
                        "outcomes.OutcomeReported",
                        "outcomes.OutcomeReported");
        assertThat(typesIn(report, 3))
                .containsExactly(
                        "outcomes.StartupRegistered", "outcomes.PastParticipationRecorded", "outcomes.OutcomeReported");
    }

    @Test
    void saysInEveryEventWhoImportedWhichFile() {
        JsonNode report = imported(table("Alpha,2019,Autumn,alive,,,,,$5,", "Beta,2019,Autumn,alive,,,,,,"));

        for (int i = 0; i < 2; i++) {
            assertThat(database.jdbc()
                            .sql("""
                                select distinct metadata->>'actor' as actor, metadata->>'importId' as import,
                                       metadata->>'importFile' as file, metadata->>'importLine' as line
                                  from log.events where stream_id = ?::uuid\
                                """)
                            .param(startup(report, i))
                            .query()
                            .singleRow()
                            .values())
                    .containsExactly(
                            "staff",
                            report.get("importId").asString(),
                            "table.csv sha256:" + report.get("sha256").asString(),
                            Integer.toString(i + 2));
        }
    }

    @Test
    void saysWhereInTheLogTheImportEnds() {
        ImportClient.Answer answer = staff.send(false, mapping, table("Alpha,2019,Autumn,alive,,,,,,"));

        assertThat(answer.json().get("position").asLong()).isEqualTo(database.logHead());
        assertThat(answer.logPosition()).isEqualTo(answer.json().get("position").asString());
    }

    @Test
    void rehearsesWithTheSameResultAndWritesNothing() {
        byte[] first = table("Alpha,2019,Autumn,alive,,,,,$5,", "Beta,2019,Autumn,alive,,,,,,");
        byte[] second = table("Alpha,2019,Autumn,alive,,,,,$5,", "Gamma,2019,Autumn,alive,,,,,,", "Delta,2019");
        imported(first);
        long before = events();

        JsonNode rehearsal = staff.send(true, mapping, second).json();

        assertThat(events()).isEqualTo(before);
        assertCounts(rehearsal, 3, 1, 1, 1);
        assertThat(rehearsal.get("dryRun").asBoolean()).isTrue();
        assertThat(rehearsal.has("importId")).isFalse();
        JsonNode report = imported(second);
        assertThat(report.get("lines")).isEqualTo(rehearsal.get("lines"));
    }

    @Test
    void judgesARehearsalByTheRulesOfTheDomain() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,,", "Beta,2999,Autumn,alive,,,,,,");

        JsonNode rehearsal = staff.send(true, mapping, table).json();

        assertCounts(rehearsal, 2, 1, 0, 1);
        assertThat(column(rehearsal, "reason")).containsExactly("", "past-participation-in-the-future");
        assertThat(imported(table).get("lines")).isEqualTo(rehearsal.get("lines"));
    }

    @Test
    void addsNothingTheSecondTime() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,\"$5, $5\",", "Beta,2019", "Gamma,2019,Autumn,gone,,,,,,");
        assertCounts(imported(table), 3, 2, 0, 1);
        long before = events();

        JsonNode again = imported(table);

        assertCounts(again, 3, 0, 2, 1);
        assertThat(column(again, "differs")).containsExactly("false", "", "false");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void leavesAStartupAsItIsWhenItsRowHasChanged() {
        imported(table("Alpha,2019,Autumn,alive,,France,,,$5,", "Beta,2019,Autumn,alive,,,,,,"));
        long before = events();

        JsonNode changed = imported(table("alpha,2019,Autumn,sold,,France,,,$5,", "Beta,2019,Autumn,alive,,,,,,"));

        assertCounts(changed, 2, 0, 2, 0);
        assertThat(column(changed, "differs")).containsExactly("true", "false");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void takesTheStartupsOfAnotherSourceForOthers() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,,");
        JsonNode here = imported(table);
        mapping = mapping.replace("made-up table", "another table");

        JsonNode there = imported(table);

        assertCounts(there, 1, 1, 0, 0);
        assertThat(startup(there, 0)).isNotEqualTo(startup(here, 0));
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        byte[] table = table(rows(40));
        long there = streams();
        failAfter(25);
        try {
            assertThat(staff.send(false, mapping, table).status()).isGreaterThanOrEqualTo(500);
        } finally {
            failNoMore();
        }
        long before = events();
        // As many as were let in, and those that were under way beside the last of them.
        int taken = (int) (streams() - there);
        assertThat(taken).isBetween(25, 39);

        JsonNode rest = imported(table);

        assertCounts(rest, 40, 40 - taken, taken, 0);
        assertThat(column(rest, "differs")).containsOnly("false", "");
        assertThat(events()).isEqualTo(before + (40 - taken) * 3L);
    }

    @Test
    void doublesNothingWhenTheSameFileIsSentTwiceAtOnce() throws Exception {
        byte[] table = table(rows(100));
        long before = events();

        List<JsonNode> reports = atOnce(4, () -> imported(table));

        assertThat(events()).isEqualTo(before + 100 * 3);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.get("refused").asInt()).isZero());
        assertThat(reports.stream()
                        .mapToInt(report -> report.get("imported").asInt())
                        .sum())
                .isEqualTo(100);
        assertThat(reports.stream()
                        .mapToInt(report -> report.get("alreadyThere").asInt())
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void importsTheRealFileTwiceAndDoublesNothing() throws IOException {
        byte[] table = Files.readAllBytes(YCombinatorFile.orSkip());
        mapping = new String(Mappings.yCombinator(), UTF_8);
        long before = events();

        JsonNode rehearsal = staff.send(true, mapping, table).json();
        JsonNode first = imported(table);
        JsonNode second = imported(table);

        assertCounts(rehearsal, 688, 688, 0, 0);
        assertCounts(first, 688, 688, 0, 0);
        assertCounts(second, 688, 0, 688, 0);
        assertThat(column(second, "differs").stream().distinct()).containsExactly("false");
        assertThat(new HashSet<>(column(first, "startup"))).hasSize(688);
        assertThat(column(second, "startup")).isEqualTo(column(first, "startup"));
        // A registration, a past participation and a status each, and 1,001 rounds.
        assertThat(events()).isEqualTo(before + 3 * 688 + 1001);
        assertThat(database.jdbc()
                        .sql("""
                            select payload->'fact'->>'status', count(*)
                              from log.events
                             where metadata->>'importId' = ? and payload->'fact'->>'status' is not null
                             group by 1 order by 1\
                            """)
                        .param(first.get("importId").asString())
                        .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("ACTIVE 523", "CLOSED 85", "EXITED 80");
    }

    @Test
    void refusesAFileThatIsNotWhatTheMappingDescribesAndImportsNothingOfIt() {
        String good = Mappings.HEADER + "Alpha,2019,Autumn,alive,,,,,,\n";
        assertUnusable((good + "Café,2019,Autumn,alive,,,,,,\n").getBytes(ISO_8859_1), "line 3 is not UTF-8");
        assertUnusable((good + "\"Beta,2019,Autumn,alive,,,,,,\n").getBytes(UTF_8), "line 3");
        assertUnusable((good + "x".repeat(200_000)).getBytes(UTF_8), "line 3");
        assertUnusable(good.replace("Season", "Session").getBytes(UTF_8), "lacks [Season]");
        assertUnusable(new byte[0], "empty");
        assertUnusable(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "line 1 is not UTF-8");
        assertUnusable((good + "B,2019\n".repeat(100_001)).getBytes(UTF_8), "100000 rows");
    }

    @Test
    void refusesAMappingItDoesNotUnderstand() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,,");
        long before = events();

        for (String wrong : List.of("{", "{}", mapping.replace("\"website\"", "\"webseite\""), "null")) {
            ImportClient.Answer answer = staff.send(false, wrong, table);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().get("status").asInt()).isEqualTo(400);
        }

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void takesAMappingAsAPlainFieldToo() {
        var form = new MultipartForm()
                .field("mapping", mapping)
                .file("file", "/home/somebody/table.csv", table("Alpha,2019,Autumn,alive,,,,,,"));

        ImportClient.Answer answer = staff.send("", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("file").asString()).isEqualTo("table.csv");
    }

    @Test
    void refusesARequestThatLacksAPartOrHasOneMore() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,,");
        long before = events();

        var without = new MultipartForm().file("file", "table.csv", table);
        assertThat(staff.send("", without).status()).isEqualTo(400);
        // A misspelt dryRun would otherwise be the real thing.
        var complete =
                new MultipartForm().file("file", "table.csv", table).file("mapping", "m.json", mapping.getBytes(UTF_8));
        assertThat(staff.send("?dryrun=true", complete).status()).isEqualTo(400);
        assertThat(staff.send("?dryRun=perhaps", complete).status()).isEqualTo(400);

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void answersAnAnnouncedGigabyteAtOnce(@LocalServerPort int port) throws IOException {
        long before = events();

        try (var upload = new EndlessUpload(port, staff)) {
            upload.announce(1L << 30);
            assertThat(upload.answer()).startsWith("HTTP/1.1 413");
        }

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void stopsReadingAnUploadWithoutEnd(@LocalServerPort int port) throws IOException {
        long before = events();

        try (var upload = new EndlessUpload(port, staff)) {
            assertThat(upload.sendUntilStopped()).isBetween(60L << 20, 80L << 20);
        }

        assertThat(events()).isEqualTo(before);
        assertThat(imported(table("Alpha,2019,Autumn,alive,,,,,,"))
                        .get("imported")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void letsProgrammeManagersImportAndNobodyElse() {
        byte[] table = table("Alpha,2019,Autumn,alive,,,,,,");
        long before = events();

        assertThat(reviewer.send(false, mapping, table).status()).isEqualTo(403);
        assertThat(reviewer.send(true, mapping, table).status()).isEqualTo(403);
        assertThat(staff.withoutCredentials().send(false, mapping, table).status())
                .isEqualTo(401);

        assertThat(events()).isEqualTo(before);
    }

    private void assertUnusable(byte[] file, String why) {
        long before = events();
        ImportClient.Answer answer = staff.send(false, mapping, file);
        assertThat(answer.status()).as(why).isEqualTo(422);
        assertThat(answer.json().get("why").asString()).contains(why);
        assertThat(events()).isEqualTo(before);
    }

    private JsonNode imported(byte[] table) {
        ImportClient.Answer answer = staff.send(false, mapping, table);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static void assertCounts(JsonNode report, int rows, int imported, int alreadyThere, int refused) {
        assertThat(List.of("rows", "imported", "alreadyThere", "refused"))
                .extracting(count -> report.get(count).asInt())
                .containsExactly(rows, imported, alreadyThere, refused);
        assertThat(report.get("lines")).hasSize(rows);
    }

    private static List<String> column(JsonNode report, String field) {
        var values = new ArrayList<String>();
        report.get("lines").forEach(line -> values.add(line.path(field).asString("")));
        return values;
    }

    private static String startup(JsonNode report, int line) {
        return report.get("lines").get(line).get("startup").asString();
    }

    private static List<String> typesIn(JsonNode report, int line) {
        return database.jdbc()
                .sql("select type from log.events where stream_id = ?::uuid order by version")
                .param(startup(report, line))
                .query(String.class)
                .list();
    }

    private static byte[] table(String... rows) {
        return (Mappings.HEADER + String.join("\r\n", rows) + "\r\n").getBytes(UTF_8);
    }

    private static String[] rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Startup " + i + ",2019,Autumn,alive,,,,,,")
                .toArray(String[]::new);
    }

    private static long events() {
        return database.jdbc()
                .sql("select count(*) from log.event")
                .query(Long.class)
                .single();
    }

    /** Lets that many more startups in, and then fails as a full disk would. */
    private static void failAfter(int startups) {
        database.jdbc().sql("""
            create function fail_after() returns trigger language plpgsql as $$
            begin
              if (select count(*) from log.stream) >= %d then
                raise exception 'no space left on device' using errcode = 'disk_full';
              end if;
              return new;
            end $$\
            """.formatted(streams() + startups)).update();
        database.jdbc()
                .sql("create trigger fail_after before insert on log.stream for each row execute function fail_after()")
                .update();
    }

    private static void failNoMore() {
        database.jdbc().sql("drop trigger fail_after on log.stream").update();
        database.jdbc().sql("drop function fail_after()").update();
    }

    private static long streams() {
        return database.jdbc()
                .sql("select count(*) from log.stream")
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = new ArrayList<T>();
            for (Future<T> one : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> task).toList())) {
                all.add(one.get());
            }
            return all;
        }
    }
}
