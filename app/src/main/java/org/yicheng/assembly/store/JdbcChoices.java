package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.optionalInt;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.ChoiceMethod;
import org.yicheng.assembly.Choices;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The life of a choice; every move locks its row, every ballot share-locks it so that closing waits. */
@Component
class JdbcChoices implements Choices {

    private static final Citation CHOICE = Citation.of(Law.PRODUCT, "choice.ranked");
    private static final int LONGEST_OPTION = 100;
    private static final String SELECT =
            "select c.*, s.body from assembly.choice c join assembly.sitting s on s.id = c.sitting ";

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final JdbcSittings sittings;
    private final SecretVotes votes;
    private final ChoiceCount count;
    private final Acts acts;
    private final Floor floor;
    private final Clock clock;

    JdbcChoices(
            JdbcClient jdbc,
            JdbcBodies bodies,
            JdbcSittings sittings,
            SecretVotes votes,
            ChoiceCount count,
            Acts acts,
            Floor floor,
            Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sittings = sittings;
        this.votes = votes;
        this.count = count;
        this.acts = acts;
        this.floor = floor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Choice> list(NewChoice choice) {
        Optional<Sitting> sitting = sittings.byId(choice.sitting());
        if (sitting.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", choice.sitting()));
        }
        List<Refusal> reasons = faults(bodies.rules(sitting.get().body()), choice);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.choice (id, sitting, title_zh, title_en, method, seats, options, state, listed_at)
                        values (:id, :sitting, :zh, :en, :method, :seats, :options, 'LISTED', :at)
                        """)
                .param("id", id)
                .param("sitting", choice.sitting())
                .param("zh", choice.title().zh())
                .param("en", choice.title().en())
                .param("method", choice.method().name())
                .param("seats", choice.seats())
                .param("options", choice.options().toArray(String[]::new))
                .param("at", stamp(clock.instant()))
                .update();
        return moved(id, Permission.SITTING_PREPARE, "list", "method", choice.method(), "seats", choice.seats());
    }

    private static List<Refusal> faults(RuleSet rules, NewChoice choice) {
        List<Refusal> reasons = new ArrayList<>();
        if (!rules.choices().contains(choice.method())) {
            reasons.add(Refusal.by(
                    CHOICE, "assembly.choice-method", "method", word(choice.method()), "rules", rules.name()));
        }
        if (choice.title().zh().isBlank() || choice.title().zh().length() > 200) {
            reasons.add(Refusal.at(
                    "title",
                    "assembly.title-length",
                    "value",
                    choice.title().zh().length(),
                    "most",
                    200));
        }
        int options = choice.options().size();
        if (options < 2 || options > MOST_OPTIONS) {
            reasons.add(Refusal.at("options", "assembly.choice-options", "value", options, "most", MOST_OPTIONS));
        }
        Set<String> seen = new HashSet<>();
        for (String option : choice.options()) {
            if (option.isBlank() || option.length() > LONGEST_OPTION || !seen.add(option)) {
                reasons.add(Refusal.at("options", "assembly.choice-option", "value", option, "most", LONGEST_OPTION));
            }
        }
        if (choice.seats() < 1
                || choice.seats() >= Math.max(2, options)
                || choice.method().oneSeat() && choice.seats() > 1) {
            reasons.add(Refusal.at("seats", "assembly.choice-seats", "value", choice.seats(), "options", options));
        }
        return reasons;
    }

    private static Phrase word(ChoiceMethod method) {
        return Phrase.of("assembly.choice-" + method.name());
    }

    private static Phrase word(State state) {
        return Phrase.of("assembly.choice-is-" + state.name());
    }

    private Ruling<Choice> moved(UUID id, Permission as, String verb, Object... facts) {
        Choice choice = byId(id).orElseThrow();
        floor.changed(choice.sitting());
        acts.write(as, CHOICE, "assembly.choice." + verb, "choice:" + id, facts);
        return Ruling.granted(choice);
    }

    @Override
    public Optional<Choice> byId(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Choice> ofSitting(String sitting) {
        return jdbc.sql(SELECT + "where c.sitting = :sitting order by c.listed_at, c.id")
                .param("sitting", sitting)
                .query(this::row)
                .list();
    }

    private Choice row(ResultSet row, int at) throws SQLException {
        List<String> options = List.of((String[]) row.getArray("options").getArray());
        ChoiceMethod method = ChoiceMethod.valueOf(row.getString("method"));
        State state = State.valueOf(row.getString("state"));
        UUID id = uuid(row, "id");
        boolean counted = state == State.CLOSED || state == State.DECLARED;
        List<String> chosen = List.of((String[]) row.getArray("tie_chosen").getArray());
        return new Choice(
                id,
                row.getString("sitting"),
                row.getString("body"),
                bilingual(row, "title"),
                method,
                row.getInt("seats"),
                options,
                state,
                optionalInt(row, "due"),
                counted
                        ? Optional.of(count.of(
                                method,
                                row.getInt("seats"),
                                options,
                                stored(id, options),
                                chosen,
                                row.getString("tie_reason")))
                        : Optional.empty());
    }

    private List<List<String>> stored(UUID id, List<String> options) {
        return jdbc.sql("select ranking from assembly.choice_paper where choice = :id order by place")
                .param("id", id)
                .query((row, _) -> named((Integer[]) row.getArray(1).getArray(), options))
                .list();
    }

    private static List<String> named(Integer[] ranking, List<String> options) {
        return Arrays.stream(ranking).map(place -> options.get(place - 1)).toList();
    }

    @Override
    @Transactional
    public Ruling<Choice> open(UUID id) {
        return in(id, Set.of(State.LISTED), choice -> {
            Ruling<Roll> opening = votes.opening(choice.sitting(), CHOICE);
            if (opening instanceof Ruling.Refused<Roll>(List<Refusal> reasons)) {
                return Ruling.refused(reasons);
            }
            Roll roll = opening.orThrow();
            jdbc.sql("insert into assembly.choice_key (choice, key) values (:id, :key)")
                    .param("id", id)
                    .param("key", votes.key())
                    .update();
            jdbc.sql("update assembly.choice set state = 'VOTING', due = :due, opened_at = :at where id = :id")
                    .param("due", roll.due())
                    .param("at", stamp(clock.instant()))
                    .param("id", id)
                    .update();
            return moved(id, Permission.QUESTION_MOVE, "open", "due", roll.due(), "present", roll.present());
        });
    }

    @Override
    @Transactional
    public Ruling<Choice> cast(UUID id, UUID person, List<String> ranking) {
        boolean known = jdbc.sql("select 1 from assembly.choice where id = :id for share")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return Ruling.refused(unknown(id));
        }
        Choice choice = byId(id).orElseThrow();
        Optional<Member> member = bodies.memberOf(choice.body(), person);
        List<Refusal> reasons = ballotFaults(choice, member, ranking);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID mandate = member.orElseThrow().mandate();
        Integer[] places = ranking.stream()
                .map(option -> choice.options().indexOf(option) + 1)
                .toArray(Integer[]::new);
        jdbc.sql("""
                        insert into assembly.choice_press (choice, voter, ranking) values (:id, :voter, :ranking)
                        on conflict (choice, voter) do update set ranking = excluded.ranking
                        """)
                .param("id", id)
                .param("voter", Pseudonym.of(key(id), mandate).bytes())
                .param("ranking", places)
                .update();
        jdbc.sql(
                        "insert into assembly.choice_participation (choice, mandate) values (:id, :mandate) on conflict do nothing")
                .param("id", id)
                .param("mandate", mandate)
                .update();
        return moved(id, Permission.VOTE, "cast");
    }

    private List<Refusal> ballotFaults(Choice choice, Optional<Member> member, List<String> ranking) {
        List<Refusal> reasons = new ArrayList<>();
        if (choice.state() != State.VOTING) {
            reasons.add(Refusal.by(CHOICE, "assembly.vote-not-open", "state", word(choice.state())));
        }
        reasons.addAll(votes.againstVoter(member, choice.sitting(), choice.id(), CHOICE));
        Set<String> seen = new HashSet<>();
        for (String option : ranking) {
            if (!choice.options().contains(option) || !seen.add(option)) {
                reasons.add(Refusal.at("ranking", "assembly.choice-ranking", "value", option));
            }
        }
        return reasons;
    }

    private byte[] key(UUID id) {
        return jdbc.sql("select key from assembly.choice_key where choice = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    @Override
    public Optional<List<String>> own(UUID id, UUID person) {
        Optional<Choice> choice = byId(id).filter(one -> one.state() == State.VOTING);
        Optional<Member> member = choice.flatMap(one -> bodies.memberOf(one.body(), person));
        if (member.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select ranking from assembly.choice_press where choice = :id and voter = :voter")
                .param("id", id)
                .param("voter", Pseudonym.of(key(id), member.get().mandate()).bytes())
                .query((row, _) -> named(
                        (Integer[]) row.getArray(1).getArray(), choice.get().options()))
                .optional();
    }

    @Override
    public int cast(UUID id) {
        return jdbc.sql("select count(*) from assembly.choice_participation where choice = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Ruling<Choice> close(UUID id) {
        return in(id, Set.of(State.VOTING), _ -> {
            jdbc.sql("""
                            insert into assembly.choice_paper (choice, place, ranking)
                            select choice, row_number() over (order by gen_random_uuid()), ranking
                              from assembly.choice_press where choice = :id
                            """).param("id", id).update();
            for (String table : List.of("choice_press", "choice_key")) {
                jdbc.sql("delete from assembly." + table + " where choice = :id")
                        .param("id", id)
                        .update();
            }
            state(id, State.CLOSED, "closed_at");
            return moved(id, Permission.QUESTION_MOVE, "close", "papers", cast(id));
        });
    }

    private void state(UUID id, State state, String column) {
        jdbc.sql("update assembly.choice set state = :state, " + column + " = :at where id = :id")
                .param("state", state.name())
                .param("at", stamp(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Choice> decideTie(UUID id, List<String> chosen, String reason) {
        return in(id, Set.of(State.CLOSED), choice -> {
            Result result = choice.result().orElseThrow();
            int open = choice.seats() - result.winners().size();
            List<Refusal> reasons = new ArrayList<>();
            if (result.tied().isEmpty()) {
                reasons.add(Refusal.by(CHOICE, "assembly.choice-no-tie"));
            } else if (chosen.size() != open
                    || Set.copyOf(chosen).size() != open
                    || !result.tied().containsAll(chosen)) {
                reasons.add(Refusal.at("chosen", "assembly.choice-tie-chosen", "open", open, "tied", result.tied()));
            }
            if (reason.isBlank()) {
                reasons.add(Refusal.at("reason", "assembly.reason-missing"));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            jdbc.sql("update assembly.choice set tie_chosen = :chosen, tie_reason = :reason where id = :id")
                    .param("chosen", chosen.toArray(String[]::new))
                    .param("reason", reason)
                    .param("id", id)
                    .update();
            return moved(id, Permission.QUESTION_MOVE, "decide-tie", "chosen", chosen, "reason", reason);
        });
    }

    @Override
    @Transactional
    public Ruling<Choice> declare(UUID id) {
        return in(id, Set.of(State.CLOSED), choice -> {
            List<String> tied = choice.result().orElseThrow().tied();
            if (!tied.isEmpty()) {
                return Ruling.refused(Refusal.by(CHOICE, "assembly.choice-tied", "tied", tied));
            }
            state(id, State.DECLARED, "declared_at");
            return moved(
                    id,
                    Permission.QUESTION_MOVE,
                    "declare",
                    "winners",
                    choice.result().orElseThrow().winners());
        });
    }

    @Override
    @Transactional
    public Ruling<Choice> withdraw(UUID id, String reason) {
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        return in(id, Set.of(State.LISTED), _ -> {
            state(id, State.WITHDRAWN, "closed_at");
            return moved(id, Permission.QUESTION_MOVE, "withdraw", "reason", reason);
        });
    }

    @Override
    public List<List<String>> papers(UUID id) {
        return byId(id).filter(choice -> choice.state() == State.DECLARED)
                .map(choice -> stored(id, choice.options()))
                .orElse(List.of());
    }

    private static Refusal unknown(UUID id) {
        return Refusal.plain("assembly.choice.unknown", "value", id);
    }

    private Ruling<Choice> in(UUID id, Set<State> allowed, Function<Choice, Ruling<Choice>> move) {
        boolean known = jdbc.sql("select 1 from assembly.choice where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return Ruling.refused(unknown(id));
        }
        Choice choice = byId(id).orElseThrow();
        if (!allowed.contains(choice.state())) {
            return Ruling.refused(Refusal.by(
                    CHOICE,
                    "assembly.choice-state",
                    "title",
                    choice.title(),
                    "state",
                    word(choice.state()),
                    "needed",
                    allowed.stream().sorted().map(JdbcChoices::word).toList()));
        }
        return move.apply(choice);
    }
}
