package eu.tremplin.application.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** Port and passwords of the database in a home: drawn once, on disk before the database exists, then kept. */
record PostgresProperties(int port, String superuserPassword, String ownerPassword, String analystPassword) {

    private static final String COMMENT = "PostgreSQL, database tremplin: port and passwords, by role";
    private static final String ANALYST_PASSWORD = "tremplin_analyst.password";

    // Below the ports that operating systems hand out to outgoing connections, so that it is still free tomorrow.
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;

    static PostgresProperties readOrDraw(PrivateFile file) {
        var entries = new DrawnProperties(file);
        var properties = new PostgresProperties(
                Integer.parseInt(entries.get("port", () -> Integer.toString(drawPort()))),
                entries.get("postgres.password", RandomText::draw),
                entries.get("tremplin.password", RandomText::draw),
                entries.get(ANALYST_PASSWORD, RandomText::draw));
        entries.keep(COMMENT);
        return properties;
    }

    /** The analysts' password alone, for a database that lives elsewhere. */
    static String readOrDrawAnalystPassword(PrivateFile file) {
        var entries = new DrawnProperties(file);
        String password = entries.get(ANALYST_PASSWORD, RandomText::draw);
        entries.keep(COMMENT);
        return password;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port;
    }

    private static int drawPort() {
        var random = new SecureRandom();
        return random.ints(100, LOWEST_PORT, HIGHEST_PORT)
                .filter(PostgresProperties::isFree)
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("no free port on 127.0.0.1")));
    }
}
