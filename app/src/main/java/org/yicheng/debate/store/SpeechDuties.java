package org.yicheng.debate.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.FurtherDuties;

/** Counts the speeches and replies that members have held; points of order are none. */
@Component
@Order(1)
class SpeechDuties implements FurtherDuties {

    private final JdbcClient jdbc;

    SpeechDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns() {
        return List.of("debate.duty-speeches");
    }

    @Override
    public Map<String, List<Integer>> of(String body, String subject) {
        Map<String, List<Integer>> held = new HashMap<>();
        jdbc.sql("""
                        select s.member, count(*) as held
                          from debate.speech s join debate.item i on i.id = s.item
                         where i.body = :body and i.subject = :subject and s.state = 'DONE' and s.kind <> 'POINT_OF_ORDER'
                         group by s.member
                        """).param("body", body).param("subject", subject).query(row -> {
            held.put(row.getString("member"), List.of(row.getInt("held")));
        });
        return held;
    }
}
