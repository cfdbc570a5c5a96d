package org.yicheng.livelihood.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Books;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Contract;
import org.yicheng.livelihood.delivery.Delivery.Decision;
import org.yicheng.livelihood.delivery.Delivery.Goal;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Delivery.Plan;
import org.yicheng.livelihood.delivery.Delivery.Source;

/** Rows of deliveries. */
@Component
class DeliveryRows {

    private final JdbcClient jdbc;
    private final Books books;

    DeliveryRows(JdbcClient jdbc, Books books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    Optional<Delivery> byId(UUID id) {
        return jdbc.sql("select * from livelihood.delivery where id = :id")
                .param("id", id)
                .query(this::delivery)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Delivery> locked(UUID id) {
        return jdbc.sql("select * from livelihood.delivery where id = :id for update")
                .param("id", id)
                .query(this::delivery)
                .optional();
    }

    List<Delivery> ofRound(UUID round) {
        return jdbc.sql("select * from livelihood.delivery where round = :round order by number")
                .param("round", round)
                .query(this::delivery)
                .list();
    }

    private Delivery delivery(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Plan plan = new Plan(
                row.getString("title"),
                row.getString("chosen"),
                row.getString("organ"),
                new Goal(row.getString("goal"), row.getLong("goal_amount"), row.getString("goal_unit")),
                row.getObject("deadline", LocalDate.class),
                sources(id),
                row.getString("safeguards"));
        return new Delivery(
                id,
                row.getObject("round", UUID.class),
                row.getInt("number"),
                plan,
                row.getObject("book", UUID.class),
                Delivery.State.valueOf(row.getString("state")),
                milestones(id),
                contracts(id),
                decisions(id),
                row.getString("accepted"),
                row.getString("aftercare"),
                row.getBoolean("demo"));
    }

    private List<Source> sources(UUID id) {
        return jdbc.sql("select name, amount from livelihood.source where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> new Source(row.getString("name"), row.getLong("amount")))
                .list();
    }

    private List<Milestone> milestones(UUID id) {
        return jdbc.sql("select * from livelihood.milestone where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> new Milestone(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getInt("weight"),
                        row.getObject("planned", LocalDate.class),
                        Optional.ofNullable(row.getObject("done", LocalDate.class)),
                        row.getString("note")))
                .list();
    }

    private List<Contract> contracts(UUID id) {
        return jdbc.sql("select * from livelihood.contract where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> {
                    Account account =
                            books.account(row.getObject("account", UUID.class)).orElseThrow();
                    return new Contract(
                            row.getInt("number"),
                            row.getString("name"),
                            row.getString("contractor"),
                            row.getString("document"),
                            account.id(),
                            account.limits().cap().orElseThrow(),
                            account.balance());
                })
                .list();
    }

    private List<Decision> decisions(UUID id) {
        return jdbc.sql("select * from livelihood.decision where delivery = :id order by number")
                .param("id", id)
                .query((row, _) -> new Decision(
                        row.getInt("number"),
                        row.getObject("question", UUID.class),
                        Delivery.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /** The next number in a round, whose row is locked until the transaction ends. */
    int next(UUID round) {
        jdbc.sql("select 1 from livelihood.round where id = :round for update")
                .param("round", round)
                .query(Integer.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from livelihood.delivery where round = :round")
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    void insert(Delivery delivery, List<Step> steps) {
        Plan plan = delivery.plan();
        jdbc.sql("""
                insert into livelihood.delivery (id, round, number, title, chosen, organ, goal, goal_amount, goal_unit,
                                                 deadline, safeguards, book, demo)
                values (:id, :round, :number, :title, :chosen, :organ, :goal, :amount, :unit, :deadline, :safeguards,
                        :book, :demo)
                """)
                .param("id", delivery.id())
                .param("round", delivery.round())
                .param("number", delivery.number())
                .param("title", plan.title())
                .param("chosen", plan.chosen())
                .param("organ", plan.organ())
                .param("goal", plan.goal().text())
                .param("amount", plan.goal().amount())
                .param("unit", plan.goal().unit())
                .param("deadline", plan.deadline())
                .param("safeguards", plan.safeguards())
                .param("book", delivery.book())
                .param("demo", delivery.demo())
                .update();
        for (int i = 0; i < plan.sources().size(); i++) {
            jdbc.sql("insert into livelihood.source values (:id, :number, :name, :amount)")
                    .param("id", delivery.id())
                    .param("number", i + 1)
                    .param("name", plan.sources().get(i).name())
                    .param("amount", plan.sources().get(i).amount())
                    .update();
        }
        for (int i = 0; i < steps.size(); i++) {
            jdbc.sql("insert into livelihood.milestone values (:id, :number, :name, :weight, :planned)")
                    .param("id", delivery.id())
                    .param("number", i + 1)
                    .param("name", steps.get(i).name())
                    .param("weight", steps.get(i).weight())
                    .param("planned", steps.get(i).planned())
                    .update();
        }
    }

    /** Which chosen project a delivery carries out. */
    void of(UUID id, UUID project) {
        jdbc.sql("update livelihood.delivery set project = :project where id = :id")
                .param("id", id)
                .param("project", project)
                .update();
    }

    /** The number of the delivery that carries out a project. */
    Optional<Integer> ofProject(UUID project) {
        return jdbc.sql("select number from livelihood.delivery where project = :project")
                .param("project", project)
                .query(Integer.class)
                .optional();
    }

    /** Chosen projects of a round that are carried out. */
    Set<UUID> planned(UUID round) {
        return jdbc.sql("select project from livelihood.delivery where round = :round and project is not null")
                .param("round", round)
                .query((row, _) -> row.getObject("project", UUID.class))
                .set();
    }

    void reach(UUID id, int milestone, LocalDate day, String note) {
        jdbc.sql("""
                update livelihood.milestone set done = :day, note = :note where delivery = :id and number = :number
                """)
                .param("day", day)
                .param("note", note)
                .param("id", id)
                .param("number", milestone)
                .update();
    }

    void state(UUID id, Delivery.State state) {
        jdbc.sql("update livelihood.delivery set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void accept(UUID id, String document, String aftercare) {
        jdbc.sql("""
                update livelihood.delivery set state = 'ACCEPTED', accepted = :document, aftercare = :aftercare
                 where id = :id
                """)
                .param("document", document)
                .param("aftercare", aftercare)
                .param("id", id)
                .update();
    }

    void contract(UUID id, Contract contract) {
        jdbc.sql("insert into livelihood.contract values (:id, :number, :name, :contractor, :document, :account)")
                .param("id", id)
                .param("number", contract.number())
                .param("name", contract.name())
                .param("contractor", contract.contractor())
                .param("document", contract.document())
                .param("account", contract.account())
                .update();
    }

    void decision(UUID id, Decision decision) {
        jdbc.sql("insert into livelihood.decision values (:id, :number, :question, :kind, :text, :day)")
                .param("id", id)
                .param("number", decision.number())
                .param("question", decision.question())
                .param("kind", decision.kind().name())
                .param("text", decision.text())
                .param("day", decision.day())
                .update();
    }

    /** The deadline moves, and every open milestone by as many days. */
    void deadline(UUID id, LocalDate deadline, long days) {
        jdbc.sql("update livelihood.delivery set deadline = :deadline where id = :id")
                .param("deadline", deadline)
                .param("id", id)
                .update();
        jdbc.sql("update livelihood.milestone set planned = planned + :days where delivery = :id and done is null")
                .param("days", Math.toIntExact(days))
                .param("id", id)
                .update();
    }
}
