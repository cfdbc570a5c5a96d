package org.yicheng.assembly.elections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Elections.SlateCheck;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.Opening;
import org.yicheng.count.Slate;
import org.yicheng.count.WriteInRule;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What the law asks before an election takes a step; all reasons at once. */
@Component
class ElectionRules {

    /** 提名、酝酿候选人的时间不得少于两天. */
    static final Duration DISCUSSION = Duration.ofDays(2);

    private static final Citation SIZE = Citation.of(Law.ORGANIC, 47);
    private static final int MOST_COMMITTEE = 61;
    private static final int LONGEST_METHOD = 20_000;
    private static final int LONGEST_TITLE = 200;

    private final ElectionRows rows;
    private final JdbcClient jdbc;
    private final Sittings sittings;
    private final JdbcOtherOffices offices;
    private final Clock clock;

    ElectionRules(ElectionRows rows, JdbcClient jdbc, Sittings sittings, JdbcOtherOffices offices, Clock clock) {
        this.offices = offices;
        this.rows = rows;
        this.jdbc = jdbc;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** A margin outside the law is refused with the lawful range; so are impossible figures. */
    static List<Refusal> draftFaults(Occasion occasion, String title, Election.Terms terms, String method) {
        List<Refusal> reasons = new ArrayList<>();
        if (occasion != Occasion.FIRST && occasion != Occasion.BY_ELECTION) {
            reasons.add(Refusal.at("occasion", "assembly.election-occasion", "value", occasion));
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "assembly.title-length", "value", title.length(), "most", LONGEST_TITLE));
        }
        if (method.isBlank() || method.length() > LONGEST_METHOD) {
            reasons.add(Refusal.at(
                    "method", "assembly.election-method-length", "value", method.length(), "most", LONGEST_METHOD));
        }
        if (terms.seats() < 1 || terms.seats() > Elections.MOST_SEATS) {
            reasons.add(Refusal.at(
                    "seats", "assembly.election-seats", "value", terms.seats(), "most", Elections.MOST_SEATS));
            return reasons;
        }
        int margin = terms.margin().orElse(0);
        if (margin < 0 || margin > Elections.MOST_SEATS) {
            reasons.add(Refusal.at(
                    "margin", "assembly.election-margin-figure", "value", margin, "most", Elections.MOST_SEATS));
            return reasons;
        }
        if (terms.office() == Office.STANDING_COMMITTEE_MEMBER && terms.seats() > MOST_COMMITTEE) {
            reasons.add(Refusal.by(
                    SIZE, "assembly.election-committee-size", "value", terms.seats(), "most", MOST_COMMITTEE));
        }
        if (terms.office() == Office.STANDING_COMMITTEE_MEMBER && !terms.membersOnly()) {
            reasons.add(Refusal.by(SIZE, "assembly.election-members-only"));
        }
        illegal(occasion, terms).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<Refusal> illegal(Occasion occasion, Election.Terms terms) {
        Slate slate = Slate.of(terms.office(), occasion, terms.seats(), terms.seats(), margin(terms));
        boolean open =
                terms.margin().isEmpty() && occasion != Occasion.BY_ELECTION && terms.office() != Office.PRINCIPAL;
        if (slate.action() != Slate.Action.METHOD_ILLEGAL && !open) {
            return Optional.empty();
        }
        String code = open ? "assembly.election-margin-missing" : "assembly.election-margin-illegal";
        return Optional.of(Refusal.by(
                slate.source(),
                code,
                "seats",
                terms.seats(),
                "margin",
                terms.margin().map(String::valueOf).orElse("—"),
                "least",
                slate.least() - terms.seats(),
                "most",
                slate.most().isPresent() ? String.valueOf(slate.most().getAsInt() - terms.seats()) : "—"));
    }

    static OptionalInt margin(Election.Terms terms) {
        return terms.margin().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    SlateCheck slate(Election election) {
        int nominated = jdbc.sql(
                        "select count(*) from assembly.nomination where election = :id and state = 'SUBMITTED'")
                .param("id", election.id())
                .query(Integer.class)
                .single();
        Election.Terms terms = election.terms();
        return new SlateCheck(
                terms.seats(),
                nominated,
                terms.margin(),
                Slate.of(terms.office(), election.occasion(), terms.seats(), nominated, margin(terms)));
    }

    /** The state must be one of the step's. */
    static Optional<Refusal> stateFault(Election election, ElectionStep step) {
        return step.from().contains(election.state())
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        step.ground(election),
                        "assembly.election-state",
                        "title",
                        election.title(),
                        "state",
                        word(election.state()),
                        "needed",
                        step.from().stream().sorted().map(ElectionRules::word).toList()));
    }

    static Phrase word(State state) {
        return Phrase.of("assembly.election-is-" + state.name());
    }

    /** What stands against a step, beside its state. */
    List<Refusal> against(Election election, ElectionStep step) {
        return switch (step) {
            case DISCUSS -> tooFew(election);
            case PRE_ELECT -> {
                List<Refusal> reasons = new ArrayList<>(tooSoon(election));
                if (slate(election).slate().action() != Slate.Action.PRE_ELECTION) {
                    reasons.add(slateFault(election, "assembly.election-no-pre-election"));
                }
                yield reasons;
            }
            case SETTLE_LIST -> settleFaults(election);
            case ADOPT_SCRUTINEERS -> unproposed(election);
            default -> List.of();
        };
    }

    private List<Refusal> tooFew(Election election) {
        Slate.Action action = slate(election).slate().action();
        return action == Slate.Action.TOO_FEW ? List.of(slateFault(election, "assembly.election-too-few")) : List.of();
    }

    private List<Refusal> settleFaults(Election election) {
        if (election.state() == State.PRE_ELECTION) {
            return List.of();
        }
        List<Refusal> reasons = new ArrayList<>(tooSoon(election));
        reasons.addAll(offices.againstList(election));
        switch (slate(election).slate().action()) {
            case TOO_FEW -> reasons.add(slateFault(election, "assembly.election-too-few"));
            case PRE_ELECTION -> reasons.add(slateFault(election, "assembly.election-pre-election-needed"));
            case METHOD_ILLEGAL -> reasons.add(slateFault(election, "assembly.election-margin-illegal"));
            case ELECT_EQUAL, ELECT_DIFFERENTIAL -> {}
        }
        return reasons;
    }

    private Refusal slateFault(Election election, String code) {
        SlateCheck check = slate(election);
        int needed = check.margin()
                .map(margin -> check.seats() + margin)
                .orElse(check.slate().least());
        return Refusal.by(
                check.slate().source(),
                code,
                "seats",
                check.seats(),
                "nominated",
                check.nominated(),
                "needed",
                needed,
                "margin",
                check.margin().map(String::valueOf).orElse("—"));
    }

    /** R18: two days for nomination and discussion when a new term elects, and always for upper-level deputies. */
    private List<Refusal> tooSoon(Election election) {
        boolean upper = election.terms().office() == Office.UPPER_LEVEL_DEPUTY;
        Optional<Instant> from = rows.history(election.id()).stream()
                .filter(entered -> entered.state() == State.NOMINATING)
                .map(Elections.Entered::at)
                .findFirst();
        if (from.isEmpty() || !(upper || election.terms().newTerm())) {
            return List.of();
        }
        Instant until = from.get().plus(DISCUSSION);
        return clock.instant().isBefore(until)
                ? List.of(Refusal.by(
                        upper ? Citation.of(Law.ELECTORAL, "32(2)") : Citation.of(Law.ORGANIC, "27(2)"),
                        "assembly.election-discussion-short",
                        "from",
                        from.get().atZone(clock.getZone()).toLocalDateTime(),
                        "until",
                        until.atZone(clock.getZone()).toLocalDateTime()))
                : List.of();
    }

    private List<Refusal> unproposed(Election election) {
        int chiefs = jdbc.sql("select count(*) from assembly.scrutineer where election = :id and chief")
                .param("id", election.id())
                .query(Integer.class)
                .single();
        return chiefs > 0
                ? List.of()
                : List.of(Refusal.by(ElectionStep.ADOPT_SCRUTINEERS.ground(), "assembly.election-no-scrutineers"));
    }

    /** The sitting must be open, with a quorum, and nothing else put to it. */
    List<Refusal> hallFaults(Election election, String sitting) {
        Optional<Sitting> found =
                sittings.byId(sitting).filter(one -> one.body().equals(election.body()));
        if (found.isEmpty()) {
            return List.of(Refusal.at("sitting", "assembly.sitting.unknown", "value", sitting));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (found.get().state() != Sitting.State.OPEN) {
            reasons.add(Refusal.by(
                    ElectionStep.ISSUE.ground(),
                    "assembly.sitting-not-open",
                    "sitting",
                    found.get().name(),
                    "state",
                    Phrase.of("assembly.sitting-is-" + found.get().state().name())));
        }
        if (sittings.roll(sitting).opening() instanceof Opening.Refused refused) {
            reasons.add(Refusal.by(
                    refused.source(),
                    "assembly.vote-quorum-missing",
                    "due",
                    refused.roll().expected(),
                    "present",
                    refused.roll().present(),
                    "required",
                    refused.threshold(),
                    "missing",
                    refused.missing()));
        }
        jdbc.sql("""
                        select number, title_zh, title_en from assembly.question
                         where sitting = :sitting and state in ('PUT', 'VOTING', 'CLOSED') order by number
                        """).param("sitting", sitting).query(row -> {
            reasons.add(Refusal.by(
                    ElectionStep.ISSUE.ground(),
                    "assembly.other-question-open",
                    "number",
                    row.getInt("number"),
                    "title",
                    new org.yicheng.rule.Bilingual(row.getString("title_zh"), row.getString("title_en"))));
        });
        sittings.secretVoteOpen(sitting)
                .ifPresent(title -> reasons.add(
                        Refusal.by(ElectionStep.ISSUE.ground(), "assembly.choice-unfinished", "title", title)));
        rows.ofSitting(sitting)
                .filter(other -> !other.id().equals(election.id()))
                .filter(other -> underWay(other.state()))
                .ifPresent(other -> reasons.add(Refusal.by(
                        ElectionStep.ISSUE.ground(), "assembly.election-other-open", "title", other.title())));
        return reasons;
    }

    static boolean underWay(State state) {
        return state == State.PAPERS_ISSUED || state == State.VOTING || state == State.COLLECTED;
    }

    /** What is wrong with a paper as such: as many marks of its kind as candidates, names of a sensible length. */
    static List<Refusal> paperFaults(Election election, BallotPaper paper, int candidates) {
        List<Refusal> reasons = new ArrayList<>();
        int wanted = paper.unreadable() ? 0 : candidates;
        if (paper.marks().length() != wanted) {
            reasons.add(Refusal.at(
                    "marks", "assembly.ballot-marks", "value", paper.marks().length(), "needed", wanted));
        }
        String foreign = election.ranked() ? "[YN]" : "[1-9a-z]";
        if (!paper.marks().replaceAll(foreign, "").equals(paper.marks())) {
            reasons.add(Refusal.at(
                    "marks",
                    election.ranked() ? "assembly.ballot-numbers-only" : "assembly.ballot-no-numbers",
                    "value",
                    paper.marks()));
        }
        if (paper.writeIns().size() > BallotPaper.MOST_NAMES
                || (paper.unreadable() && !paper.writeIns().isEmpty())) {
            reasons.add(Refusal.at(
                    "writeIns",
                    "assembly.ballot-names",
                    "value",
                    paper.writeIns().size(),
                    "most",
                    paper.unreadable() ? 0 : BallotPaper.MOST_NAMES));
        }
        paper.writeIns().stream()
                .filter(name -> name.length() > BallotPaper.LONGEST_NAME)
                .forEach(name -> reasons.add(Refusal.at(
                        "writeIns",
                        "assembly.ballot-name-length",
                        "value",
                        name.length(),
                        "most",
                        BallotPaper.LONGEST_NAME)));
        return reasons;
    }

    /** An electronic paper is not taken when it would be invalid or its names would count for nothing. */
    static List<Refusal> castFaults(Election election, BallotPaper paper, int candidates) {
        List<Refusal> reasons = new ArrayList<>(paperFaults(election, paper, candidates));
        if (paper.unreadable() || paper.marks().indexOf('X') >= 0) {
            reasons.add(Refusal.at("marks", "assembly.ballot-electronic-mark", "value", paper.marks()));
        }
        if (election.ranked()) {
            reasons.addAll(Numbering.faults(election, paper));
        }
        long approved = paper.marks().chars().filter(mark -> mark == 'Y').count()
                + paper.writeIns().size();
        if (approved > election.terms().seats()) {
            reasons.add(Refusal.by(
                    election.projects() ? ElectionStep.PROJECTS : Citation.of(Law.ELECTORAL, "44(2)"),
                    election.projects() ? "assembly.ballot-too-many-projects" : "assembly.ballot-too-many",
                    "value",
                    approved,
                    "seats",
                    election.terms().seats()));
        }
        long opposed = paper.marks().chars().filter(mark -> mark == 'N').count();
        int named = paper.writeIns().size();
        WriteInRule rule = election.terms().writeIn();
        if (rule == WriteInRule.NOT_ALLOWED && named > 0) {
            reasons.add(Refusal.by(Citation.of(Law.ORGANIC, 28), "assembly.ballot-no-write-ins", "value", named));
        }
        if (rule == WriteInRule.ONLY_WITH_OPPOSITION && named > opposed) {
            reasons.add(Refusal.by(
                    Citation.of(Law.DEPUTIES, "17(6)"),
                    "assembly.ballot-name-without-opposition",
                    "names",
                    named,
                    "opposed",
                    opposed));
        }
        return reasons;
    }
}
