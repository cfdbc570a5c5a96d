package org.yicheng.assembly.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** The areas of congresses, and what a mandate in one says about a mandate in another. */
@Component
class Areas {

    private final JdbcClient jdbc;

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AreaCode> of(String body) {
        return jdbc.sql("select code from assembly.area where body = :body")
                .param("body", body)
                .query((row, _) -> new AreaCode(row.getString("code")))
                .optional();
    }

    void set(String body, AreaCode code) {
        jdbc.sql(
                        "insert into assembly.area (body, code) values (:body, :code) on conflict (body) do update set code = :code")
                .param("body", body)
                .param("code", code.digits())
                .update();
    }

    /** A mandate of a person in another congress of this platform, whose area is known. */
    record Elsewhere(UUID person, Bilingual congress, AreaCode area) {}

    List<Elsewhere> elsewhere(String body, List<UUID> persons) {
        return persons.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select m.person, b.name_zh, b.name_en, a.code
                                  from assembly.mandate m
                                  join assembly.body b on b.id = m.body and b.kind = 'CONGRESS'
                                  join assembly.area a on a.body = m.body
                                 where m.person = any(:persons) and m.body <> :body and m.status <> 'TERMINATED'
                                 order by m.person, a.code
                                """)
                        .param("persons", persons.toArray(UUID[]::new))
                        .param("body", body)
                        .query((row, _) -> new Elsewhere(
                                row.getObject("person", UUID.class),
                                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                                new AreaCode(row.getString("code"))))
                        .list();
    }

    /** EL 48 for one person: the area of the body and the other one; an earlier term of the same area is no other area. */
    static List<Refusal> apart(String field, String name, AreaCode own, AreaCode other, String congress) {
        List<Refusal> reasons = new ArrayList<>();
        if (!own.equals(other) && !own.aboveOrBelow(other)) {
            reasons.add(Refusal.at(
                    field,
                    OtherMandates.ONE_LINE,
                    "assembly.dual-mandate",
                    "name",
                    name,
                    "value",
                    other.digits(),
                    "congress",
                    congress.isEmpty()
                            ? other.digits()
                            : Phrase.of("assembly.dual-congress", "congress", congress, "value", other.digits()),
                    "own",
                    own.digits()));
        }
        return reasons;
    }
}
