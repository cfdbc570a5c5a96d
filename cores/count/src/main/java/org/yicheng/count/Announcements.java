package org.yicheng.count;

import java.util.List;
import java.util.function.LongFunction;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;

/** What is read aloud when something was decided; the words are in bundle {@code count}. */
final class Announcements {

    private Announcements() {}

    static Phrase opening(Opening opening, Bilingual members) {
        Roll roll = opening.roll();
        Phrase said = switch (opening) {
            case Opening.Permitted permitted ->
                Phrase.of(
                        "count.opening-permitted",
                        "members",
                        members,
                        "expected",
                        permitted.roll().expected(),
                        "present",
                        permitted.roll().present());
            case Opening.Refused refused ->
                Phrase.of(
                        "count.opening-refused",
                        "members",
                        members,
                        "expected",
                        roll.expected(),
                        "present",
                        roll.present(),
                        "required",
                        refused.threshold(),
                        "missing",
                        refused.missing());
        };
        return said.on(List.of(opening.source()));
    }

    static Phrase vote(VoteOutcome outcome, Bilingual members, LongFunction<String> weight) {
        Phrase tally = tally(outcome.tally());
        return switch (outcome) {
            case VoteOutcome.Adopted adopted ->
                Phrase.of("count.vote-adopted", "tally", tally, "checks", checks(adopted.checks(), members, weight))
                        .on(grounds(adopted.checks()));
            case VoteOutcome.Rejected rejected ->
                (rejected.reason() == VoteOutcome.Reason.NO_VOTES
                                ? Phrase.of("count.vote-no-votes", "tally", tally)
                                : Phrase.of(
                                        "count.vote-rejected",
                                        "tally",
                                        tally,
                                        "checks",
                                        checks(rejected.checks(), members, weight)))
                        .on(grounds(rejected.checks()));
            case VoteOutcome.Void voided ->
                voided(
                        voided,
                        tally,
                        members,
                        voided.reason() == VoteOutcome.Reason.NO_WEIGHT_QUORUM ? weight : Long::toString);
        };
    }

    private static Phrase voided(
            VoteOutcome.Void voided, Phrase tally, Bilingual members, LongFunction<String> number) {
        return Phrase.of(
                        voidKey(voided.reason()),
                        "tally",
                        tally,
                        "members",
                        members,
                        "expected",
                        voided.roll().expected(),
                        "actual",
                        number.apply(voided.actual()),
                        "required",
                        number.apply(voided.required()))
                .on(List.of(voided.source()));
    }

    private static String voidKey(VoteOutcome.Reason reason) {
        return switch (reason) {
            case NO_QUORUM -> "count.vote-void-no-quorum";
            case NO_WEIGHT_QUORUM -> "count.vote-void-no-weight-quorum";
            case TALLY_MISMATCH -> "count.vote-void-tally-mismatch";
            case LOW_PARTICIPATION -> "count.vote-void-low-participation";
            case THRESHOLD, NO_VOTES -> throw new IllegalStateException("a void vote was not decided, got " + reason);
        };
    }

    private static Phrase tally(Tally tally) {
        return Phrase.of(
                tally.invalid() == 0 ? "count.tally" : "count.tally-with-invalid",
                "yes",
                tally.yes(),
                "no",
                tally.no(),
                "abstain",
                tally.abstain(),
                "notVoted",
                tally.notVoted(),
                "invalid",
                tally.invalid());
    }

    private static Phrase checks(List<VoteOutcome.Check> checks, Bilingual members, LongFunction<String> weight) {
        return checks.stream()
                .map(check -> check(check, members, weight))
                .reduce((first, second) -> Phrase.of("count.both", "first", first, "second", second))
                .orElseThrow();
    }

    private static Phrase check(VoteOutcome.Check check, Bilingual members, LongFunction<String> weigh) {
        Share share = check.threshold().share();
        boolean weight = check.threshold().measure() == Threshold.Measure.WEIGHT;
        LongFunction<String> number = weight ? weigh : Long::toString;
        String verb = share.mode() == Share.Mode.MORE_THAN ? "exceeds" : "reaches";
        return Phrase.of(
                "count.check-" + verb + (check.met() ? "" : "-not") + (weight ? "-weight" : ""),
                "basis",
                basis(check, members, weight, number),
                "share",
                share(share),
                "required",
                number.apply(check.required()),
                "missing",
                number.apply(check.missing()),
                "yes",
                number.apply(check.yes()));
    }

    private static Phrase basis(
            VoteOutcome.Check check, Bilingual members, boolean weight, LongFunction<String> number) {
        String basis = switch (check.threshold().basis()) {
            case ALL_MEMBERS -> "all";
            case PRESENT -> "present";
            case YES_NO -> "yes-no";
            case VALID -> "valid";
            case CAST -> "cast";
        };
        return Phrase.of(
                "count.basis-" + basis + (weight ? "-weight" : ""),
                "members",
                members,
                "base",
                number.apply(check.base()));
    }

    static Phrase share(Share share) {
        return share.numerator() * 2L == share.denominator()
                ? Phrase.of("count.share-half")
                : Phrase.of(
                        "count.share",
                        "numerator",
                        counted(share.numerator()),
                        "denominator",
                        counted(share.denominator()));
    }

    /** 三分之二 is said in characters, 2/3 in digits. */
    private static Bilingual counted(int number) {
        return new Bilingual(
                number <= 9_999 ? ChineseNumerals.of(number) : Integer.toString(number), Integer.toString(number));
    }

    private static List<Citation> grounds(List<VoteOutcome.Check> checks) {
        return checks.stream()
                .map(check -> check.threshold().share().source())
                .distinct()
                .toList();
    }

    static Phrase election(ElectionResult result) {
        return switch (result) {
            case ElectionResult.Void voided ->
                Phrase.of(
                                switch (voided.reason()) {
                                    case NO_QUORUM -> "count.election-void-no-quorum";
                                    case COLLECTED_EXCEEDS_ISSUED -> "count.election-void-collected-exceeds-issued";
                                },
                                "actual",
                                voided.actual(),
                                "limit",
                                voided.limit())
                        .on(List.of(voided.source()));
            case ElectionResult.Valid valid -> counted(valid);
        };
    }

    private static Phrase counted(ElectionResult.Valid valid) {
        ElectionResult.Account account = valid.account();
        Phrase papers = Phrase.of(
                "count.papers",
                "issued",
                account.issued(),
                "collected",
                account.collected(),
                "valid",
                account.valid(),
                "invalid",
                account.invalid());
        List<Phrase> won = valid.elected().stream()
                .map(name -> Phrase.of("count.person-votes", "person", name, "votes", valid.votes(name)))
                .toList();
        Phrase elected = won.isEmpty()
                ? Phrase.of("count.elected-nobody", "threshold", valid.threshold())
                : Phrase.of("count.elected", "elected", won, "threshold", valid.threshold());
        Phrase next = switch (valid.next()) {
            case NONE -> Phrase.of("count.next-none");
            case REVOTE_TIED -> Phrase.of("count.next-revote-tied", "tied", valid.tied(), "seats", valid.unfilled());
            case SUPPLEMENTARY -> Phrase.of("count.next-supplementary", "seats", valid.unfilled());
            case REVOTE_ALL -> Phrase.of("count.next-revote-all");
        };
        return Phrase.of("count.election", "papers", papers, "elected", elected, "next", next)
                .on(List.of(valid.source()));
    }
}
