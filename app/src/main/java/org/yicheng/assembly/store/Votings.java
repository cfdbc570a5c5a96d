package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.stamp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome.Votes;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Question.State;
import org.yicheng.assembly.Questions.Hands;
import org.yicheng.assembly.Questions.Named;
import org.yicheng.assembly.Questions.OwnVote;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Tally;
import org.yicheng.count.WeightedCount;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** The marks of a vote: kept under pseudonyms while it runs, counted and unlinked when it closes. */
@Component
class Votings {

    private static final Citation HANDS = Citation.of(Law.NPC, 60);
    private static final int TELLERS = 2;

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final NamedVotes named;
    private final Clock clock;

    Votings(JdbcClient jdbc, JdbcBodies bodies, NamedVotes named, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.named = named;
        this.clock = clock;
    }

    /**
     * What closing counted.
     *
     * @param digest SHA-256 over the stored papers in their order, hex; empty where there are none
     * @param weighed the same votes by weight, where they were given by name
     */
    record Count(Votes votes, int present, String digest, Optional<WeightedCount> weighed) {}

    OwnVote ownVote(UUID question, UUID person) {
        Optional<UUID> mandate = jdbc.sql("""
                        select p.mandate from assembly.participation p join assembly.mandate m on m.id = p.mandate
                         where p.question = :question and m.person = :person
                        """)
                .param("question", question)
                .param("person", person)
                .query(UUID.class)
                .optional();
        if (mandate.isEmpty()) {
            return new OwnVote(false, Optional.empty());
        }
        Optional<byte[]> key = jdbc.sql("select key from assembly.ballot_key where question = :question")
                .param("question", question)
                .query((row, _) -> row.getBytes(1))
                .optional();
        Optional<Mark> mark = key.flatMap(found -> jdbc.sql(
                        "select mark from assembly.press where question = :question and voter = :voter")
                .param("question", question)
                .param("voter", Pseudonym.of(found, mandate.get()).bytes())
                .query(String.class)
                .optional()
                .map(Mark::valueOf));
        return new OwnVote(true, mark.or(() -> namedMark(question, mandate.get())));
    }

    private Optional<Mark> namedMark(UUID question, UUID mandate) {
        return jdbc.sql("select mark from assembly.named_mark where question = :question and mandate = :mandate")
                .param("question", question)
                .param("mandate", mandate)
                .query(String.class)
                .optional()
                .map(Mark::valueOf);
    }

    int pressed(UUID question) {
        return jdbc.sql("select count(*) from assembly.participation where question = :question")
                .param("question", question)
                .query(Integer.class)
                .single();
    }

    /** Discards what was pressed: the vote goes on by show of hands. */
    void forget(UUID question) {
        jdbc.sql("delete from assembly.press where question = :question")
                .param("question", question)
                .update();
        jdbc.sql("delete from assembly.participation where question = :question")
                .param("question", question)
                .update();
        named.forget(question);
    }

    List<Refusal> handsFaults(Question question, Votes votes, int present) {
        List<Refusal> reasons = new ArrayList<>();
        if (question.mode() != VotingMode.SHOW_OF_HANDS) {
            reasons.add(Refusal.by(HANDS, "assembly.not-by-hands", "mode", question.mode()));
        }
        negative(reasons, "for", votes.votesFor());
        negative(reasons, "against", votes.against());
        negative(reasons, "abstain", votes.abstain());
        negative(reasons, "notPressed", votes.notPressed());
        long sum = (long) votes.votesFor() + votes.against() + votes.abstain() + votes.notPressed();
        if (reasons.isEmpty() && sum != present) {
            reasons.add(Refusal.at("for", "assembly.hands-sum", "sum", sum, "present", present));
        }
        return reasons;
    }

    private static void negative(List<Refusal> reasons, String field, int value) {
        if (value < 0) {
            reasons.add(Refusal.at(field, "assembly.count-negative", "value", value));
        }
    }

    void enterHands(UUID question, String teller, Votes votes) {
        jdbc.sql("""
                        insert into assembly.hands (question, teller, votes_for, against, abstain, not_pressed, entered_at)
                        values (:question, :teller, :for, :against, :abstain, :notPressed, :at)
                        on conflict (question, teller) do update
                           set votes_for = excluded.votes_for, against = excluded.against, abstain = excluded.abstain,
                               not_pressed = excluded.not_pressed, entered_at = excluded.entered_at
                        """)
                .param("question", question)
                .param("teller", teller)
                .param("for", votes.votesFor())
                .param("against", votes.against())
                .param("abstain", votes.abstain())
                .param("notPressed", votes.notPressed())
                .param("at", stamp(clock.instant()))
                .update();
    }

    Hands hands(UUID question) {
        List<Hands.Entry> entries = jdbc.sql(
                        "select * from assembly.hands where question = :question order by entered_at desc limit 2")
                .param("question", question)
                .query((row, _) -> new Hands.Entry(
                        row.getString("teller"),
                        new Votes(
                                row.getInt("votes_for"),
                                row.getInt("against"),
                                row.getInt("abstain"),
                                row.getInt("not_pressed"))))
                .list();
        boolean agreed = entries.size() == TELLERS
                && entries.get(0).votes().equals(entries.get(1).votes());
        return new Hands(entries, agreed);
    }

    /** Why a show of hands or a vote by voice cannot be closed yet. */
    Optional<Refusal> countMissing(Question question) {
        if (question.mode() == VotingMode.ACCLAMATION
                && named.heard(question.id()).isEmpty()) {
            return Optional.of(Refusal.by(Citation.of(Law.ROBERTS, "4:37"), "assembly.acclamation-unheard"));
        }
        if (question.mode() != VotingMode.SHOW_OF_HANDS) {
            return Optional.empty();
        }
        Hands hands = hands(question.id());
        if (hands.entries().size() < TELLERS) {
            return Optional.of(Refusal.by(
                    HANDS,
                    "assembly.tellers-missing",
                    "entered",
                    hands.entries().size(),
                    "required",
                    TELLERS));
        }
        return hands.agreed() ? Optional.empty() : Optional.of(Refusal.by(HANDS, "assembly.tellers-differ"));
    }

    /** Counts and unlinks. The question's row is locked by the caller, so that no press can come between. */
    Count close(Question question) {
        UUID id = question.id();
        Count count = counted(question);
        jdbc.sql("delete from assembly.press where question = :question")
                .param("question", id)
                .update();
        jdbc.sql("delete from assembly.ballot_key where question = :question")
                .param("question", id)
                .update();
        return count;
    }

    private Count counted(Question question) {
        if (named.byName(question)) {
            WeightedCount count = named.count(question);
            Tally heads = count.heads();
            Votes votes = new Votes(
                    Math.toIntExact(heads.yes()),
                    Math.toIntExact(heads.no()),
                    Math.toIntExact(heads.abstain()),
                    Math.toIntExact(heads.notVoted()));
            return new Count(votes, Math.toIntExact(heads.sum()), "", Optional.of(count));
        }
        return switch (question.mode()) {
            case SHOW_OF_HANDS -> handCount(question.id());
            case ACCLAMATION, UNANIMOUS_CONSENT -> {
                int present = presentOrPressed(question);
                yield new Count(new Votes(0, 0, 0, present), present, "", Optional.empty());
            }
            default -> electronicCount(question);
        };
    }

    private Count handCount(UUID question) {
        Votes votes = hands(question).entries().getFirst().votes();
        return new Count(
                votes, votes.votesFor() + votes.against() + votes.abstain() + votes.notPressed(), "", Optional.empty());
    }

    private Count electronicCount(Question question) {
        UUID id = question.id();
        if (question.mode() == VotingMode.ELECTRONIC_RECORDED) {
            keepNames(id);
        }
        jdbc.sql("""
                        insert into assembly.paper (question, place, mark)
                        select question, row_number() over (order by gen_random_uuid()), mark
                          from assembly.press where question = :question
                        """).param("question", id).update();
        List<Mark> papers = jdbc
                .sql("select mark from assembly.paper where question = :question order by place")
                .param("question", id)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(Mark::valueOf)
                .toList();
        Map<Mark, Long> sums = papers.stream().collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
        int present = presentOrPressed(question);
        int[] counts = new int[Mark.values().length];
        sums.forEach((mark, sum) -> counts[mark.ordinal()] = Math.toIntExact(sum));
        Votes votes = new Votes(counts[0], counts[1], counts[2], present - papers.size());
        return new Count(votes, present, digest(papers), Optional.empty());
    }

    private void keepNames(UUID question) {
        byte[] key = jdbc.sql("select key from assembly.ballot_key where question = :question")
                .param("question", question)
                .query((row, _) -> row.getBytes(1))
                .single();
        List<UUID> mandates = jdbc.sql("select mandate from assembly.participation where question = :question")
                .param("question", question)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        for (UUID mandate : mandates) {
            jdbc.sql("""
                            insert into assembly.named_mark (question, mandate, mark)
                            select question, :mandate, mark from assembly.press where question = :question and voter = :voter
                            """)
                    .param("mandate", mandate)
                    .param("question", question)
                    .param("voter", Pseudonym.of(key, mandate).bytes())
                    .update();
        }
    }

    /** Present at closing: those signed in, and those who pressed and left (their votes stand). */
    private int presentOrPressed(Question question) {
        return jdbc.sql("""
                        select count(*) from (
                            select mandate from assembly.presence where sitting = :sitting and present
                            union
                            select mandate from assembly.participation where question = :question) both_kinds
                        """)
                .param("sitting", question.sitting())
                .param("question", question.id())
                .query(Integer.class)
                .single();
    }

    private static String digest(List<Mark> papers) {
        String text = papers.stream().map(Mark::name).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    List<Named> recorded(UUID question) {
        record Line(UUID mandate, Mark mark) {}
        List<Line> lines = jdbc.sql("""
                        select n.mandate, n.mark from assembly.named_mark n join assembly.question q on q.id = n.question
                         where n.question = :question and q.state = :declared
                        """)
                .param("question", question)
                .param("declared", State.DECLARED.name())
                .query((row, _) -> new Line(row.getObject("mandate", UUID.class), Mark.valueOf(row.getString("mark"))))
                .list();
        Map<UUID, Member> members =
                bodies.byMandates(lines.stream().map(Line::mandate).collect(Collectors.toSet()));
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(members.get(line.mandate())).stream()
                        .map(member -> new Named(member.number(), member.name(), member.groupName(), line.mark())))
                .sorted(java.util.Comparator.comparing(Named::memberNumber))
                .toList();
    }
}
