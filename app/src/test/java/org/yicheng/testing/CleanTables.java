package org.yicheng.testing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Empties every table before a test class, so that classes can share one application and still begin with nothing; the
 * holidays that the application brought with it stay.
 */
public final class CleanTables implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        JdbcTemplate jdbc = test.getApplicationContext().getBean(JdbcTemplate.class);
        if (test.getApplicationContext().getEnvironment().getProperty("yicheng.demo", Boolean.class, false)) {
            return;
        }
        List<String> tables = jdbc.queryForList("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                 where schemaname in ('home', 'party', 'record', 'document', 'assembly', 'matter', 'ledger', 'catalogue',
                                      'debate', 'library', 'congress', 'proposals', 'livelihood', 'budgeting',
                                      'demo')
                   and tablename not like 'flyway%' and tablename not like 'holiday%'
                """, String.class);
        List<String> appendOnly = tables.stream()
                .filter(table -> table.equals("record.act") || table.startsWith("ledger."))
                .toList();
        appendOnly.forEach(table -> jdbc.execute("alter table " + table + " disable trigger all"));
        jdbc.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
        appendOnly.forEach(table -> jdbc.execute("alter table " + table + " enable trigger all"));
        jdbc.execute("insert into home.clock default values");
        jdbc.execute("insert into party.session_epoch values (1000 * extract(epoch from clock_timestamp()))");
        jdbc.execute("insert into record.head (number, hash) values (0, repeat('0', 64))");
    }
}
