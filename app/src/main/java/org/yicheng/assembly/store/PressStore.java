package org.yicheng.assembly.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Receipt;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.store.Presses.Job;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Stores one batch of presses inside the writer's transaction: rules first, then one statement a table. */
@Component
class PressStore {

    private static final Citation SIGNED_IN = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.9");
    private static final Citation VOTING = Citation.of(Law.DEPUTIES, 23);
    private static final Citation BY_NAME = Citation.of(Law.PRODUCT, "vote.by-name");

    private final JdbcTemplate jdbc;
    private final RuleSets ruleSets;
    private final Journal journal;
    private final Floor floor;

    PressStore(JdbcTemplate jdbc, RuleSets ruleSets, Journal journal, Floor floor) {
        this.jdbc = jdbc;
        this.ruleSets = ruleSets;
        this.journal = journal;
        this.floor = floor;
    }

    /** A question as the batch sees it; the row is share-locked, so that closing waits for the batch. */
    private record Open(String sitting, String body, String state, String mode, byte[] key, RuleSet rules) {}

    private record Standing(UUID mandate, MandateStatus status, boolean present) {}

    private record Voter(UUID question, Pseudonym pseudonym) {}

    private record Stored(Mark mark, List<String> keys, Instant at) {}

    /** One effective press of the batch, still to be written. */
    private record Write(UUID question, Pseudonym voter, UUID mandate, Mark mark, String key, String actor) {}

    List<Ruling<Receipt>> store(List<Job> batch, Instant now) {
        Map<UUID, Open> questions = questions(batch);
        Map<String, Standing> standings = standings(batch, questions);
        Map<Voter, Stored> votes = new HashMap<>();
        List<Voter> voters = new ArrayList<>(batch.size());
        for (Job job : batch) {
            voters.add(voter(job, questions, standings).orElse(null));
        }
        votes.putAll(votes(voters));
        Map<Voter, Write> writes = new LinkedHashMap<>();
        List<Ruling<Receipt>> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            answers.add(
                    rule(batch.get(i), Optional.ofNullable(voters.get(i)), questions, standings, votes, writes, now));
        }
        write(List.copyOf(writes.values()), questions, now);
        return answers;
    }

    private static Optional<Voter> voter(Job job, Map<UUID, Open> questions, Map<String, Standing> standings) {
        Open question = questions.get(job.question());
        Standing standing = standings.get(place(job.question(), job.person()));
        return question == null || standing == null || question.key().length == 0
                ? Optional.empty()
                : Optional.of(new Voter(job.question(), Pseudonym.of(question.key(), standing.mandate())));
    }

    private static String place(UUID question, UUID person) {
        return question + "/" + person;
    }

    private Ruling<Receipt> rule(
            Job job,
            Optional<Voter> voter,
            Map<UUID, Open> questions,
            Map<String, Standing> standings,
            Map<Voter, Stored> votes,
            Map<Voter, Write> writes,
            Instant now) {
        Open question = questions.get(job.question());
        if (question == null) {
            return Ruling.refused(Refusal.plain("assembly.question.unknown", "value", job.question()));
        }
        Optional<Stored> before = voter.map(votes::get).flatMap(Optional::ofNullable);
        if (before.isPresent() && before.get().keys().contains(job.key())) {
            return Ruling.granted(new Receipt(
                    job.question(), before.get().mark(), before.get().at(), false));
        }
        Standing standing = standings.get(place(job.question(), job.person()));
        List<Refusal> reasons = reasons(job, question, standing);
        if (standing == null || voter.isEmpty() || !reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        if (before.isPresent() && question.rules().press() == RuleSet.Press.FIRST) {
            return Ruling.granted(new Receipt(
                    job.question(), before.get().mark(), before.get().at(), false));
        }
        List<String> keys = new ArrayList<>(before.map(Stored::keys).orElse(List.of()));
        keys.add(job.key());
        votes.put(voter.get(), new Stored(job.mark(), keys, now));
        writes.put(
                voter.get(),
                new Write(
                        job.question(),
                        voter.get().pseudonym(),
                        standing.mandate(),
                        job.mark(),
                        job.key(),
                        job.actor()));
        return Ruling.granted(new Receipt(job.question(), job.mark(), now, before.isPresent()));
    }

    private static List<Refusal> reasons(Job job, Open question, @org.jspecify.annotations.Nullable Standing standing) {
        List<Refusal> reasons = new ArrayList<>();
        if (!question.state().equals("VOTING")) {
            reasons.add(Refusal.by(VOTING, "assembly.vote-not-open", "state", StateWord.question(question.state())));
        }
        if (!question.mode().startsWith("ELECTRONIC")) {
            reasons.add(Refusal.by(VOTING, "assembly.not-electronic", "mode", question.mode()));
        }
        if (question.rules().byName()) {
            reasons.add(Refusal.by(
                    BY_NAME, "assembly.press-by-name", "rules", question.rules().name()));
        }
        if (standing == null) {
            reasons.add(Refusal.by(VOTING, "assembly.no-mandate", "question", job.question()));
        } else {
            if (standing.status() != MandateStatus.IN_OFFICE) {
                reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
            }
            if (!standing.present()) {
                reasons.add(Refusal.by(SIGNED_IN, "assembly.not-signed-in"));
            }
        }
        return reasons;
    }

    private Map<UUID, Open> questions(List<Job> batch) {
        Map<UUID, Open> questions = new HashMap<>();
        UUID[] ids = new TreeSet<>(batch.stream().map(Job::question).toList()).toArray(UUID[]::new);
        jdbc.query(
                """
                select q.id, q.sitting, s.body, q.state, q.mode, b.rule_set, k.key
                  from assembly.question q
                  join assembly.sitting s on s.id = q.sitting
                  join assembly.body b on b.id = s.body
                  left join assembly.ballot_key k on k.question = q.id
                 where q.id = any(?) order by q.id for share of q
                """,
                row -> {
                    byte[] key = row.getBytes("key");
                    questions.put(
                            row.getObject("id", UUID.class),
                            new Open(
                                    row.getString("sitting"),
                                    row.getString("body"),
                                    row.getString("state"),
                                    row.getString("mode"),
                                    key == null ? new byte[0] : key,
                                    ruleSets.byId(row.getString("rule_set"))));
                },
                (Object) ids);
        return questions;
    }

    /** Body and sitting go in with each person, so that even a table never analysed is read by its unique index. */
    private Map<String, Standing> standings(List<Job> batch, Map<UUID, Open> questions) {
        Map<String, Standing> standings = new HashMap<>();
        List<Job> known = batch.stream()
                .filter(job -> questions.containsKey(job.question()))
                .toList();
        jdbc.query(
                """
                select i.question, i.person, m.id, m.status, coalesce(p.present, false) as present
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) as i(question, body, sitting, person)
                  join assembly.mandate m on m.body = i.body and m.person = i.person and m.status <> 'TERMINATED'
                  left join assembly.presence p on p.sitting = i.sitting and p.mandate = m.id
                """,
                row -> {
                    standings.put(
                            place(row.getObject("question", UUID.class), row.getObject("person", UUID.class)),
                            new Standing(
                                    row.getObject("id", UUID.class),
                                    MandateStatus.valueOf(row.getString("status")),
                                    row.getBoolean("present")));
                },
                known.stream().map(Job::question).toArray(UUID[]::new),
                known.stream().map(job -> of(job, questions).body()).toArray(String[]::new),
                known.stream().map(job -> of(job, questions).sitting()).toArray(String[]::new),
                known.stream().map(Job::person).toArray(UUID[]::new));
        return standings;
    }

    private static Open of(Job job, Map<UUID, Open> questions) {
        return Objects.requireNonNull(questions.get(job.question()));
    }

    private Map<Voter, Stored> votes(List<Voter> voters) {
        Map<Voter, Stored> votes = new HashMap<>();
        List<Voter> known =
                voters.stream().filter(voter -> voter != null).distinct().toList();
        if (known.isEmpty()) {
            return votes;
        }
        jdbc.query(
                """
                select p.* from unnest(?::uuid[], ?::bytea[]) as t(question, voter)
                  join assembly.press p on p.question = t.question and p.voter = t.voter
                """,
                row -> {
                    votes.put(
                            new Voter(row.getObject("question", UUID.class), new Pseudonym(row.getBytes("voter"))),
                            new Stored(
                                    Mark.valueOf(row.getString("mark")),
                                    Arrays.asList(
                                            (String[]) row.getArray("keys").getArray()),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                },
                known.stream().map(Voter::question).toArray(UUID[]::new),
                known.stream().map(voter -> voter.pseudonym().bytes()).toArray(byte[][]::new));
        return votes;
    }

    private void write(List<Write> writes, Map<UUID, Open> asked, Instant now) {
        if (writes.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                with t as (
                  select * from unnest(?::uuid[], ?::bytea[], ?::uuid[], ?::text[], ?::text[])
                      as t(question, voter, mandate, mark, key)
                ), pressed as (
                  insert into assembly.press (question, voter, mark, keys, at)
                  select question, voter, mark, array[key], ?::timestamptz from t order by question, voter
                  on conflict (question, voter) do update
                     set mark = excluded.mark, keys = (press.keys || excluded.keys)[cardinality(press.keys) - 48 :],
                         at = excluded.at
                )
                insert into assembly.participation (question, mandate)
                select question, mandate from t order by mandate on conflict do nothing
                """,
                writes.stream().map(Write::question).toArray(UUID[]::new),
                writes.stream().map(write -> write.voter().bytes()).toArray(byte[][]::new),
                writes.stream().map(Write::mandate).toArray(UUID[]::new),
                writes.stream().map(write -> write.mark().name()).toArray(String[]::new),
                writes.stream().map(Write::key).toArray(String[]::new),
                now.toString());
        writes.stream()
                .map(Write::question)
                .distinct()
                .forEach(question -> floor.rollChanged(
                        Objects.requireNonNull(asked.get(question)).sitting()));
        journal.append(writes.stream().map(write -> act(write, now)).toList());
    }

    /** That somebody pressed, never how. */
    private static ActDraft act(Write write, Instant now) {
        return new ActDraft(
                now,
                write.actor(),
                "MEMBER",
                "assembly.question.press",
                "question:" + write.question(),
                Optional.of(VOTING.key()),
                Map.of());
    }
}
