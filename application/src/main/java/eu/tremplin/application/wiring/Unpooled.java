package eu.tremplin.application.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Opens connections to the database of a pool that the pool knows nothing of. The few that the store keeps for good
 * come from here, so that nobody waits for them, nor they for anybody.
 */
final class Unpooled {

    private Unpooled() {}

    static DataSource beside(DataSource pool) {
        try {
            return beside(pool.unwrap(HikariDataSource.class));
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not a pool that says where its connections come from: " + pool, e);
        }
    }

    private static DataSource beside(HikariDataSource pool) {
        if (pool.getDataSource() != null) {
            return pool.getDataSource();
        }
        var unpooled = new DriverManagerDataSource();
        unpooled.setUrl(pool.getJdbcUrl());
        unpooled.setUsername(pool.getUsername());
        unpooled.setPassword(pool.getPassword());
        unpooled.setConnectionProperties(pool.getDataSourceProperties());
        return unpooled;
    }
}
