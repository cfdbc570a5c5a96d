package org.yicheng.proposals.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.FurtherDuties;
import org.yicheng.assembly.Member;

/**
 * Counts what members have led (领衔) and signed for the text that was filed. A motion that became a suggestion counts
 * once, as the suggestion; drafts, offers not taken and what was withdrawn do not count.
 */
@Component
@Order(2)
class FilingDuties implements FurtherDuties {

    private final JdbcClient jdbc;
    private final Bodies bodies;

    FilingDuties(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    @Override
    public List<String> columns() {
        return List.of("proposals.duty-led", "proposals.duty-signed");
    }

    @Override
    public Map<String, List<Integer>> of(String body, String subject) {
        Map<UUID, String> numbers =
                bodies.membersOf(body).stream().collect(Collectors.toMap(Member::mandate, Member::number));
        Map<String, List<Integer>> filed = new HashMap<>();
        jdbc.sql("""
                        select s.mandate, count(*) filter (where s.place = 1) as led,
                               count(*) filter (where s.place > 1) as signed
                          from proposals.signature s join proposals.filing f on f.id = s.filing
                         where f.body = :body and f.subject = :subject and s.withdrawn is null
                           and s.text_hash = f.text_hash
                           and f.state in ('SUBMITTED', 'REGISTERED', 'EXAMINED', 'DECIDED')
                         group by s.mandate
                        """).param("body", body).param("subject", subject).query(row -> {
            String number = numbers.get(row.getObject("mandate", UUID.class));
            if (number != null) {
                filed.put(number, List.of(row.getInt("led"), row.getInt("signed")));
            }
        });
        return filed;
    }
}
