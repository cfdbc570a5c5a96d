package org.yicheng.assembly.elections;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Member;
import org.yicheng.document.NameOrder;

/** The final list: in stroke order (projects as they come), with a label for each that is unique on the paper. */
@Component
class Lists {

    private final ElectionRows rows;
    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final NameOrder order;

    Lists(ElectionRows rows, JdbcClient jdbc, Bodies bodies, NameOrder order) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.order = order;
    }

    /** One who stands. */
    record Standing(UUID nomination, UUID person, String name, Optional<String> member) {}

    List<Standing> nominated(Election election) {
        return jdbc.sql("select * from assembly.nomination where election = :id and state = 'SUBMITTED'")
                .param("id", election.id())
                .query((row, _) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("member"))))
                .list();
    }

    /** Fixes the list and gives its length. */
    int settle(Election election, List<Standing> standing) {
        Map<UUID, String> labels = labels(election.body(), standing);
        List<Standing> sorted = election.projects()
                ? standing
                : standing.stream()
                        .sorted(Comparator.comparing(Standing::name, order.byStrokes(NameOrder.SingleName.AS_ZERO))
                                .thenComparing(one -> labels.getOrDefault(one.person(), "")))
                        .toList();
        int place = 0;
        for (Standing one : sorted) {
            place++;
            rows.candidate(
                    election.id(),
                    place,
                    one.nomination(),
                    one.person(),
                    labels.getOrDefault(one.person(), one.name()));
        }
        return sorted.size();
    }

    /** The name alone; where two have one name, with the unit or number that tells them apart. */
    private Map<UUID, String> labels(String body, List<Standing> standing) {
        Map<String, Long> times =
                standing.stream().collect(Collectors.groupingBy(Standing::name, Collectors.counting()));
        Map<UUID, String> labels = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Standing one : standing) {
            String label =
                    times.getOrDefault(one.name(), 0L) > 1 ? one.name() + "（" + apart(body, one) + "）" : one.name();
            while (!taken.add(label)) {
                label += "·";
            }
            labels.put(one.person(), label);
        }
        return labels;
    }

    private String apart(String body, Standing one) {
        return one.member()
                .flatMap(number -> bodies.memberByNumber(body, number))
                .map(Lists::unit)
                .orElse(one.person().toString().substring(0, 8));
    }

    /** 长安区代表团 S0012: unit and number, as the roster has them. */
    static String unit(Member member) {
        return (member.groupName().isEmpty() ? member.electingUnit() : member.groupName()) + member.number();
    }
}
