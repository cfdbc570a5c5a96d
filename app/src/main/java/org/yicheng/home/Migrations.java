package org.yicheng.home;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One schema and one migration history a module, in the order of their dependencies. */
public final class Migrations {

    private static final List<String> MODULES = List.of(
            "home",
            "party",
            "record",
            "document",
            "assembly",
            "matter",
            "ledger",
            "reminders",
            "catalogue",
            "debate",
            "library",
            "congress",
            "proposals",
            "livelihood",
            "budgeting",
            "demo");

    /** Migrates every module's schema. */
    public Migrations(DataSource pool) {
        for (String module : MODULES) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
        }
    }
}
