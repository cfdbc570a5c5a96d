package org.yicheng.home;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the house: home folder, database server, pool, migrations, clock; stopped in the reverse order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HomeProperties.class)
class Database {

    private static final int POOL = 24;

    @Bean(destroyMethod = "close")
    HomeFolder homeFolder(HomeProperties properties) {
        return new HomeFolder(Path.of(properties.data()));
    }

    @Bean(destroyMethod = "stop")
    DatabaseServer databaseServer(HomeFolder home, HomeProperties properties) {
        String url = properties.databaseUrl();
        return url == null || url.isBlank() ? new DatabaseServer.Own(home) : new DatabaseServer.Outside(url);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("yicheng");
        pool.setJdbcUrl(server.jdbcUrl());
        server.user().ifPresent(pool::setUsername);
        server.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(POOL);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(3_000);
        return pool;
    }

    @Bean
    Migrations migrations(DataSource pool) {
        return new Migrations(pool);
    }

    @Bean
    Clock clock(DataSource pool, Migrations migrated) {
        return new PlatformClock(pool);
    }

    static void createDatabase(String adminUrl, String user, String password, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(adminUrl, user, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        }
    }
}
