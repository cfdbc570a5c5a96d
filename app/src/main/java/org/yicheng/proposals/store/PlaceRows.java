package org.yicheng.proposals.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Place;

/** What each body has decided for itself. */
@Component
class PlaceRows {

    private final JdbcClient jdbc;

    PlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Place of(String body) {
        return jdbc.sql("select * from proposals.place_rules where body = :body")
                .param("body", body)
                .query((row, _) -> new Place(
                        row.getInt("months_before"),
                        row.getInt("examiners"),
                        row.getBoolean("contact"),
                        lists(row.getString("lists"))))
                .optional()
                .orElse(Place.USUAL);
    }

    private static Set<Inadmissible.List> lists(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Inadmissible.List::valueOf)
                .collect(Collectors.toSet());
    }

    Optional<String> contact(UUID filing) {
        return jdbc.sql("select contact from proposals.reached where filing = :filing")
                .param("filing", filing)
                .query(String.class)
                .optional();
    }

    void contact(UUID filing, String contact) {
        jdbc.sql("""
                        insert into proposals.reached (filing, contact) values (:filing, :contact)
                        on conflict (filing) do update set contact = excluded.contact
                        """).param("filing", filing).param("contact", contact).update();
    }

    void put(String body, Place place) {
        jdbc.sql("""
                        insert into proposals.place_rules (body, months_before, examiners, contact, lists)
                        values (:body, :months, :examiners, :contact, :lists)
                        on conflict (body) do update set months_before = excluded.months_before,
                               examiners = excluded.examiners, contact = excluded.contact, lists = excluded.lists
                        """)
                .param("body", body)
                .param("months", place.monthsBefore())
                .param("examiners", place.examiners())
                .param("contact", place.contact())
                .param("lists", place.lists().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .update();
    }
}
