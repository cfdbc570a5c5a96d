package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Outcome.Result;
import org.yicheng.assembly.Outcome.Votes;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Basis;
import org.yicheng.count.Share;
import org.yicheng.count.Tally;
import org.yicheng.count.Threshold;
import org.yicheng.count.VoteOutcome;
import org.yicheng.count.Weight;
import org.yicheng.count.WeightedCount;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Words;

/** Turns a count into an outcome that can be read aloud, and keeps every version of it. */
@Component
class Verdicts {

    private final JdbcClient jdbc;
    private final Words words;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /** What was counted: how, N, those present, the votes; which version of the result it makes. */
    private record Counted(VotingMode mode, int due, int present, Votes votes, int version) {}

    Outcome of(RuleSet rules, VotingMode mode, int due, int present, Votes votes, int version) {
        Tally tally = new Tally(votes.votesFor(), votes.against(), votes.abstain(), votes.notPressed(), 0);
        Counted counted = new Counted(mode, due, present, votes, version);
        return said(rules, counted, rules.decision().decide(due, present, tally));
    }

    /** A vote by name: heads and weights together. */
    Outcome weighed(RuleSet rules, int due, Votings.Count count, WeightedCount weighed) {
        Counted counted = new Counted(VotingMode.ELECTRONIC_RECORDED, due, count.present(), count.votes(), 1);
        VoteOutcome outcome = rules.decision()
                .decide(new org.yicheng.count.Roll(due, count.present()), weighed.heads(), weighed.weights());
        if (!rules.decision().isWeighted() || outcome instanceof VoteOutcome.Void) {
            return said(rules, counted, outcome);
        }
        List<VoteOutcome.Check> checks = switch (outcome) {
            case VoteOutcome.Adopted adopted -> adopted.checks();
            case VoteOutcome.Rejected rejected -> rejected.checks();
            case VoteOutcome.Void _ -> List.of();
        };
        boolean adopted = outcome instanceof VoteOutcome.Adopted;
        Tally tally = weighed.weights().tally();
        Bilingual parts = words(
                "assembly.announce-weights",
                "for",
                new Weight(tally.yes()),
                "against",
                new Weight(tally.no()),
                "abstain",
                new Weight(tally.abstain()),
                "notPressed",
                new Weight(tally.notVoted()));
        return new Outcome(
                adopted ? Result.ADOPTED : Result.REJECTED,
                outcome instanceof VoteOutcome.Rejected rejected
                        ? Optional.of(rejected.reason().name())
                        : Optional.empty(),
                due,
                count.present(),
                requiredHeads(checks),
                count.votes(),
                with(
                        with(announced(counted), parts),
                        words(adopted ? "assembly.announce-adopted" : "assembly.announce-rejected")),
                words.both(outcome.explanationWeighed(rules.memberWord())),
                checks.stream()
                        .map(check -> check.threshold().share().source())
                        .distinct()
                        .toList(),
                1);
    }

    /** Heads needed; where only weights decide there is no number of heads: 0. */
    private static int requiredHeads(List<VoteOutcome.Check> checks) {
        return checks.stream()
                .filter(check -> check.threshold().measure() == Threshold.Measure.HEADS)
                .findFirst()
                .map(check -> Math.toIntExact(check.required()))
                .orElse(0);
    }

    /** Nothing was counted: nobody objected, or the chair said what was heard. */
    Outcome uncounted(Votings.Count count, int due, boolean consent, boolean carried) {
        String key = consent ? "consent" : carried ? "acclaimed" : "acclaimed-lost";
        return new Outcome(
                carried ? Result.ADOPTED : Result.REJECTED,
                Optional.empty(),
                due,
                count.present(),
                0,
                count.votes(),
                with(
                        words("assembly.announce-" + key),
                        words(carried ? "assembly.announce-adopted" : "assembly.announce-rejected")),
                words("assembly.explain-" + key),
                List.of(Citation.of(Law.ROBERTS, consent ? "4:58" : "4:37")),
                1);
    }

    private Outcome said(RuleSet rules, Counted counted, VoteOutcome outcome) {
        return switch (outcome) {
            case VoteOutcome.Adopted adopted -> decided(rules, counted, deciding(adopted.checks()), Optional.empty());
            case VoteOutcome.Rejected rejected ->
                decided(rules, counted, deciding(rejected.checks()), Optional.of(rejected.reason()));
            case VoteOutcome.Void nothing -> nothing(counted, nothing);
        };
    }

    private Outcome nothing(Counted counted, VoteOutcome.Void nothing) {
        String key = "assembly.explain-"
                + nothing.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        boolean byWeight = nothing.reason() == VoteOutcome.Reason.NO_WEIGHT_QUORUM;
        return new Outcome(
                Result.VOID,
                Optional.of(nothing.reason().name()),
                counted.due(),
                counted.present(),
                byWeight ? 0 : Math.toIntExact(nothing.required()),
                counted.votes(),
                with(announced(counted), words("assembly.announce-void")),
                words(
                        key,
                        "actual",
                        byWeight ? new Weight(nothing.actual()) : nothing.actual(),
                        "required",
                        byWeight ? new Weight(nothing.required()) : nothing.required()),
                List.of(nothing.source()),
                counted.version());
    }

    private Outcome decided(
            RuleSet rules, Counted counted, VoteOutcome.Check check, Optional<VoteOutcome.Reason> reason) {
        boolean adopted = reason.isEmpty();
        String explanation = adopted
                ? "assembly.explain-adopted"
                : reason.get() == VoteOutcome.Reason.NO_VOTES
                        ? "assembly.explain-no-votes"
                        : "assembly.explain-rejected";
        return new Outcome(
                adopted ? Result.ADOPTED : Result.REJECTED,
                reason.map(Enum::name),
                counted.due(),
                counted.present(),
                Math.toIntExact(check.required()),
                counted.votes(),
                with(announced(counted), words(adopted ? "assembly.announce-adopted" : "assembly.announce-rejected")),
                explanation(explanation, rules, counted.due(), check, counted.votes()),
                List.of(check.threshold().share().source()),
                counted.version());
    }

    private Bilingual announced(Counted counted) {
        Votes votes = counted.votes();
        return words(
                counted.mode() == VotingMode.SHOW_OF_HANDS ? "assembly.announce-hands" : "assembly.announce-votes",
                "for",
                votes.votesFor(),
                "against",
                votes.against(),
                "abstain",
                votes.abstain(),
                "notPressed",
                votes.notPressed());
    }

    /** The first threshold that failed, else the first. */
    private static VoteOutcome.Check deciding(List<VoteOutcome.Check> checks) {
        return checks.stream().filter(check -> !check.met()).findFirst().orElse(checks.getFirst());
    }

    private Bilingual explanation(String key, RuleSet rules, int due, VoteOutcome.Check check, Votes votes) {
        Share share = check.threshold().share();
        Bilingual basis = words(
                "assembly.basis-" + basisKey(check.threshold().basis()),
                "members",
                rules.memberWord(),
                "due",
                due,
                "base",
                check.base());
        Bilingual portion = words(
                "assembly.share-" + (share.mode() == Share.Mode.MORE_THAN ? "more-than" : "at-least"),
                "numerator",
                share.numerator(),
                "denominator",
                share.denominator());
        if (share.mode() == Share.Mode.MORE_THAN && share.numerator() * 2 == share.denominator()) {
            portion = words("assembly.share-majority");
        }
        return words(
                key,
                "for",
                votes.votesFor(),
                "basis",
                basis,
                "share",
                portion,
                "required",
                check.required(),
                "missing",
                Math.max(0, check.required() - votes.votesFor()));
    }

    private static String basisKey(Basis basis) {
        return switch (basis) {
            case ALL_MEMBERS -> "all";
            case PRESENT -> "present";
            case YES_NO -> "yes-no";
            case VALID -> "valid";
            case CAST -> "cast";
        };
    }

    private Bilingual words(String key, Object... facts) {
        return new Bilingual(words.say(Language.ZH, key, facts), words.say(Language.EN, key, facts));
    }

    private static Bilingual with(Bilingual first, Bilingual second) {
        return new Bilingual(first.zh() + "\n" + second.zh(), first.en() + "\n" + second.en());
    }

    /** Something heard: nothing was voted. */
    Outcome noted(Roll roll) {
        Bilingual heard = words("assembly.announce-noted");
        return new Outcome(
                Result.NOTED,
                Optional.empty(),
                roll.due(),
                roll.present(),
                0,
                new Votes(0, 0, 0, 0),
                heard,
                heard,
                List.of(),
                1);
    }

    void store(UUID question, Outcome outcome, String because) {
        jdbc.sql("""
                        insert into assembly.outcome (question, version, result, reason, due, present, required, votes_for,
                            against, abstain, not_pressed, announcement_zh, announcement_en, explanation_zh, explanation_en,
                            grounds, decided_at, because)
                        values (:question, :version, :result, :reason, :due, :present, :required, :for, :against, :abstain,
                            :notPressed, :announcementZh, :announcementEn, :explanationZh, :explanationEn, :grounds, :at, :because)
                        """)
                .param("question", question)
                .param("version", outcome.version())
                .param("result", outcome.result().name())
                .param("reason", outcome.reason().orElse(null))
                .param("due", outcome.due())
                .param("present", outcome.present())
                .param("required", outcome.required())
                .param("for", outcome.votes().votesFor())
                .param("against", outcome.votes().against())
                .param("abstain", outcome.votes().abstain())
                .param("notPressed", outcome.votes().notPressed())
                .param("announcementZh", outcome.announcement().zh())
                .param("announcementEn", outcome.announcement().en())
                .param("explanationZh", outcome.explanation().zh())
                .param("explanationEn", outcome.explanation().en())
                .param("grounds", outcome.grounds().stream().map(Citation::key).toArray(String[]::new))
                .param("at", stamp(clock.instant()))
                .param("because", because)
                .update();
    }

    List<Outcome> history(UUID question) {
        return jdbc.sql("""
                        select o.*, o.due as o_due, o.present as o_present from assembly.outcome o
                         where question = :question order by version
                        """)
                .param("question", question)
                .query((row, _) -> row(row))
                .list();
    }

    static Outcome row(ResultSet row) throws SQLException {
        String[] grounds = (String[]) row.getArray("grounds").getArray();
        return new Outcome(
                Result.valueOf(row.getString("result")),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("o_due"),
                row.getInt("o_present"),
                row.getInt("required"),
                new Votes(
                        row.getInt("votes_for"),
                        row.getInt("against"),
                        row.getInt("abstain"),
                        row.getInt("not_pressed")),
                bilingual(row, "announcement"),
                bilingual(row, "explanation"),
                Arrays.stream(grounds).map(Citation::parse).toList(),
                row.getInt("version"));
    }
}
