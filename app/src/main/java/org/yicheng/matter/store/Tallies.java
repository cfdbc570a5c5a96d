package org.yicheng.matter.store;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the tallies of the supervisor's board short (ADR 0032); their sums are right with it and without. */
@Component
public class Tallies {

    private static final int ENOUGH = 200;

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks every half minute whether differences have gathered, on whichever node looks first. */
    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    @Transactional
    public void look() {
        int gathered = jdbc.sql("""
                        select (select count(*) from matter.duty_tally where not folded)
                             + (select count(*) from matter.open_tally where not folded)
                        """).query(Integer.class).single();
        if (gathered >= ENOUGH) {
            fold();
        }
    }

    /** Writes one row of each kind again. */
    void fold() {
        jdbc.sql("select matter.fold_tallies()").query((_, _) -> "").list();
    }
}
