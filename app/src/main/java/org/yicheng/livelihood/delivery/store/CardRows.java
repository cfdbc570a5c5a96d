package org.yicheng.livelihood.delivery.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Card.Report;
import org.yicheng.livelihood.delivery.Card.Risk;
import org.yicheng.livelihood.delivery.Card.Site;
import org.yicheng.livelihood.delivery.Card.Yearly;

/** Rows of cards. */
@Component
class CardRows {

    private final JdbcClient jdbc;

    CardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Card of(UUID id) {
        int version = jdbc.sql("select version from livelihood.card where delivery = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new Card(id, version, version == 0 ? Basics.NONE : basics(id), risks(id), reports(id));
    }

    private Basics basics(UUID id) {
        return jdbc.sql("select office, person from livelihood.card where delivery = :id")
                .param("id", id)
                .query((row, _) -> new Basics(
                        row.getString("office"), row.getString("person"), assisting(id), sites(id), yearly(id)))
                .single();
    }

    private List<String> assisting(UUID id) {
        return jdbc.sql("select organ from livelihood.assistant where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> row.getString("organ"))
                .list();
    }

    private List<Site> sites(UUID id) {
        return jdbc.sql("select * from livelihood.site where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> {
                    BigDecimal latitude = row.getBigDecimal("latitude");
                    BigDecimal longitude = row.getBigDecimal("longitude");
                    return new Site(
                            row.getString("name"),
                            row.getString("district"),
                            latitude == null || longitude == null
                                    ? Optional.empty()
                                    : Optional.of(new Point(latitude, longitude)));
                })
                .list();
    }

    private List<Yearly> yearly(UUID id) {
        return jdbc.sql("select source, year, amount from livelihood.yearly where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> new Yearly(row.getString("source"), row.getInt("year"), row.getLong("amount")))
                .list();
    }

    private List<Risk> risks(UUID id) {
        return jdbc.sql("select * from livelihood.risk where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> new Risk(
                        row.getInt("number"),
                        row.getString("risk"),
                        row.getString("measure"),
                        row.getObject("found", LocalDate.class),
                        Optional.ofNullable(row.getObject("closed", LocalDate.class)),
                        row.getString("outcome")))
                .list();
    }

    private List<Report> reports(UUID id) {
        return jdbc.sql("select * from livelihood.report where delivery = :id order by number desc")
                .param("id", id)
                .query((row, _) -> new Report(
                        row.getInt("number"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("percent"),
                        row.getString("text")))
                .list();
    }

    void describe(UUID id, int version, Basics basics) {
        for (String table : List.of("assistant", "site", "yearly")) {
            jdbc.sql("delete from livelihood." + table + " where delivery = :id")
                    .param("id", id)
                    .update();
        }
        jdbc.sql("""
                insert into livelihood.card (delivery, version, office, person) values (:id, :version, :office, :person)
                on conflict (delivery) do update set version = :version, office = :office, person = :person
                """)
                .param("id", id)
                .param("version", version)
                .param("office", basics.office().strip())
                .param("person", basics.person().strip())
                .update();
        for (int i = 0; i < basics.assisting().size(); i++) {
            jdbc.sql("insert into livelihood.assistant values (:id, :number, :organ)")
                    .param("id", id)
                    .param("number", i + 1)
                    .param("organ", basics.assisting().get(i))
                    .update();
        }
        for (int i = 0; i < basics.sites().size(); i++) {
            Site site = basics.sites().get(i);
            jdbc.sql("insert into livelihood.site values (:id, :number, :name, :district, :latitude, :longitude)")
                    .param("id", id)
                    .param("number", i + 1)
                    .param("name", site.name().strip())
                    .param("district", site.district())
                    .param("latitude", site.point().map(Point::latitude).orElse(null))
                    .param("longitude", site.point().map(Point::longitude).orElse(null))
                    .update();
        }
        for (int i = 0; i < basics.yearly().size(); i++) {
            Yearly one = basics.yearly().get(i);
            jdbc.sql("insert into livelihood.yearly values (:id, :number, :source, :year, :amount)")
                    .param("id", id)
                    .param("number", i + 1)
                    .param("source", one.source())
                    .param("year", one.year())
                    .param("amount", one.amount())
                    .update();
        }
    }

    void risk(UUID id, Risk risk) {
        jdbc.sql("insert into livelihood.risk values (:id, :number, :risk, :measure, :found)")
                .param("id", id)
                .param("number", risk.number())
                .param("risk", risk.risk())
                .param("measure", risk.measure())
                .param("found", risk.found())
                .update();
    }

    void close(UUID id, int number, LocalDate closed, String outcome) {
        jdbc.sql("""
                update livelihood.risk set closed = :closed, outcome = :outcome where delivery = :id and number = :number
                """)
                .param("closed", closed)
                .param("outcome", outcome)
                .param("id", id)
                .param("number", number)
                .update();
    }

    void report(UUID id, Report report) {
        jdbc.sql("insert into livelihood.report values (:id, :number, :day, :percent, :text)")
                .param("id", id)
                .param("number", report.number())
                .param("day", report.day())
                .param("percent", report.percent())
                .param("text", report.text())
                .update();
    }
}
