package org.yicheng.livelihood.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.budgeting.Comparisons;
import org.yicheng.budgeting.Comparisons.Comparison;
import org.yicheng.budgeting.Comparisons.Outcome;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Elections;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** Polls: every step locks the poll, asks its rules, moves, and writes its act. */
@Component
class JdbcPolls implements Polls {

    private static final String SUBJECT = "livelihood-poll:";

    private final PollRows rows;
    private final PollRules rules;
    private final ProjectRows projects;
    private final Rounds rounds;
    private final Bodies bodies;
    private final Elections elections;
    private final Comparisons comparisons;
    private final LivelihoodActs acts;
    private final Clock clock;

    JdbcPolls(
            PollRows rows,
            PollRules rules,
            ProjectRows projects,
            Rounds rounds,
            Bodies bodies,
            Elections elections,
            Comparisons comparisons,
            LivelihoodActs acts,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.projects = projects;
        this.rounds = rounds;
        this.bodies = bodies;
        this.elections = elections;
        this.comparisons = comparisons;
        this.acts = acts;
        this.clock = clock;
    }

    private Round round(UUID id) {
        return rounds.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.round.unknown", "value", id)));
    }

    /** The poll, locked. */
    private Poll poll(UUID round) {
        rows.lock(round);
        return rows.of(round)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.poll.unknown", "value", round)));
    }

    @Override
    @Transactional
    public Ruling<Poll> set(UUID id, Poll.Terms terms) {
        projects.lock(id);
        Round round = round(id);
        rows.lock(id);
        Optional<Poll> before = rows.of(id);
        List<Project> candidates = projects.of(id).stream()
                .filter(one -> one.state() == Project.State.CANDIDATE || one.state() == Project.State.SCREENED)
                .toList();
        List<Refusal> reasons = new ArrayList<>(rules.againstSetting(round, terms, candidates));
        before.map(PollRules::againstChangingTerms).ifPresent(reasons::addAll);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.set(round, terms, candidates);
        acts.write(
                SUBJECT + id,
                before.isEmpty() ? "poll.open" : "poll.change",
                PollRules.POLL,
                "opens",
                terms.opens(),
                "closes",
                terms.closes(),
                "frame",
                terms.fen(),
                "most",
                terms.most(),
                "projects",
                candidates.size());
        return Ruling.granted(poll(id));
    }

    @Override
    public Optional<Poll> of(UUID round) {
        return rows.of(round);
    }

    @Override
    @Transactional
    public Ruling<Cast> cast(UUID round, Marks marks) {
        return take(round, LocalDate.now(clock), false, marks);
    }

    @Override
    @Transactional
    public Ruling<Cast> enter(UUID round, LocalDate came, Marks marks) {
        return take(round, came, true, marks);
    }

    private Ruling<Cast> take(UUID id, LocalDate day, boolean paper, Marks marks) {
        Poll poll = poll(id);
        List<Refusal> reasons = new ArrayList<>(rules.againstDay(round(id), poll, day));
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            reasons.add(Refusal.at("came", PollRules.BALLOT, "livelihood.came-ahead", "value", day, "today", today));
        }
        reasons.addAll(PollRules.againstMarks(poll, marks));
        if (poll.ballots() >= MOST_BALLOTS) {
            reasons.add(Refusal.by(PollRules.BALLOT, "livelihood.poll-ballots-most", "most", MOST_BALLOTS));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        String code = Codes.fresh();
        rows.insert(id, Codes.digest(code), paper, marks);
        acts.write(
                SUBJECT + id,
                "poll.ballot",
                PollRules.BALLOT,
                "channel",
                paper ? Wish.Channel.STATION : Wish.Channel.WEB);
        return Ruling.granted(new Cast(poll, marks, code));
    }

    @Override
    public Optional<Marks> byCode(UUID round, String code) {
        return rows.byDigest(round, Codes.digest(code)).map(PollRows.Kept::marks);
    }

    @Override
    @Transactional
    public Ruling<Cast> change(UUID id, String code, Marks marks) {
        Poll poll = poll(id);
        List<Refusal> reasons = new ArrayList<>(rules.againstDay(round(id), poll, LocalDate.now(clock)));
        reasons.addAll(PollRules.againstMarks(poll, marks));
        Optional<PollRows.Kept> kept = rows.byDigest(id, Codes.digest(code));
        if (kept.isEmpty()) {
            reasons.add(unknown());
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.replace(kept.orElseThrow().id(), marks);
        acts.write(SUBJECT + id, "poll.replace", PollRules.BALLOT);
        return Ruling.granted(new Cast(poll, marks, code));
    }

    private static Refusal unknown() {
        return Refusal.at("code", PollRules.BALLOT, "livelihood.poll-code");
    }

    @Override
    @Transactional
    public Ruling<Poll> takeBack(UUID id, String code) {
        List<Refusal> reasons = new ArrayList<>(rules.againstDay(round(id), poll(id), LocalDate.now(clock)));
        Optional<PollRows.Kept> kept = rows.byDigest(id, Codes.digest(code));
        if (kept.isEmpty()) {
            reasons.add(unknown());
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.delete(kept.orElseThrow().id());
        acts.write(SUBJECT + id, "poll.take-back", PollRules.BALLOT);
        return Ruling.granted(poll(id));
    }

    /** What is too little to be public is not handed on: the poll ends without an election. */
    @Override
    @Transactional
    public Ruling<Poll> close(UUID id) {
        Poll poll = poll(id);
        List<Refusal> reasons = PollRules.againstClosing(poll, LocalDate.now(clock));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        List<PollRows.Kept> ballots = rows.ballots(id);
        if (ballots.size() < LEAST_PUBLIC) {
            rows.close(id, new Advice(ballots.size(), List.of(), 0), "");
        } else {
            Round round = round(id);
            PollFile file = new PollFile(round, name(round).zh(), poll);
            Election election =
                    Election.held(title(round), poll.demo(), "/livelihood/rounds/" + id + "/poll", file.of(ballots));
            // counting may take its time: it is done before the first act holds the record's lock
            Comparison comparison = comparisons
                    .compare(election, Comparisons.Supposed.asKept(election))
                    .orThrow();
            elections.hold(election).orThrow();
            rows.close(id, advice(file, election, comparison), election.id());
        }
        acts.write(SUBJECT + id, "poll.close", PollRules.POLL, "ballots", ballots.size());
        return Ruling.granted(poll(id));
    }

    private Bilingual name(Round round) {
        return bodies.byId(round.body()).orElseThrow().name();
    }

    private Bilingual title(Round round) {
        Bilingual body = bodies.byId(round.body()).orElseThrow().shortName();
        return new Bilingual(
                body.zh() + round.year() + "年度民生实事居民意见征询",
                "Residents' poll on the livelihood projects of " + round.year() + ", " + body.en());
    }

    private static Advice advice(PollFile file, Election election, Comparison comparison) {
        long[] votes = election.file().election().votes();
        Map<String, Integer> of = new java.util.HashMap<>();
        for (int p = 0; p < votes.length; p++) {
            of.put(election.file().election().projects().get(p).id(), Math.toIntExact(votes[p]));
        }
        List<Outcome> counted = comparison.outcomes().stream()
                .filter(one -> one.selection().isPresent())
                .toList();
        List<Advice.Line> lines = file.items().stream()
                .map(one -> {
                    String id = file.id(one.project());
                    int own = of.getOrDefault(id, 0);
                    return new Advice.Line(
                            one.project(),
                            one.number(),
                            one.title(),
                            one.fen(),
                            own,
                            1
                                    + (int) of.values().stream()
                                            .filter(other -> other > own)
                                            .count(),
                            counted.stream()
                                    .filter(outcome -> outcome.chose(id))
                                    .map(outcome -> outcome.rule().key())
                                    .toList());
                })
                .toList();
        return new Advice(election.file().votes().size(), lines, counted.size());
    }

    @Override
    public Optional<Advice> advice(UUID round) {
        return rows.advice(round);
    }
}
