package eu.tremplin.benchmark;

import eu.tremplin.running.Home;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database server in Tremplin's home, for its superuser. */
record Server(int port, String password) {

    static final String USER = "postgres";

    /** The database in which Tremplin keeps its log. */
    static final String TREMPLIN = "tremplin";

    static Server in(Home home) {
        var properties = home.properties("postgres.properties");
        return new Server(
                Integer.parseInt(properties.getProperty("port")), properties.getProperty("postgres.password"));
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    /** Where connections to a database come from, each time a new one. */
    DataSource dataSource(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        return dataSource;
    }

    @Override
    public String toString() {
        return "server on port " + port;
    }
}
