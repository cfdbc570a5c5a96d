package org.yicheng.assembly.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.web.Live;

/** Wakes the pages that watch a sitting: board, chair's desk, phones. */
@Component
public class Floor {

    private final Live live;
    private final JdbcClient jdbc;

    Floor(Live live, JdbcClient jdbc) {
        this.live = live;
        this.jdbc = jdbc;
    }

    /** The sitting or its question moved: everybody in the hall should see it. */
    public void changed(String sitting) {
        rollChanged(sitting);
        live.changed("floor:" + sitting);
        // Phones follow the body: the next sitting shows by itself.
        jdbc.sql("select body from assembly.sitting where id = :id")
                .param("id", sitting)
                .query(String.class)
                .optional()
                .ifPresent(body -> live.changed("me:" + body));
    }

    /** Only figures moved: roll or number of presses. */
    public void rollChanged(String sitting) {
        live.changed("board:" + sitting);
        live.changed("chair:" + sitting);
        live.changed("desk:" + sitting);
        live.changed("gate:" + sitting);
        live.changed("seats:" + sitting);
    }
}
