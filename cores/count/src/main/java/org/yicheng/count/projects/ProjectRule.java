package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/**
 * A rule that chooses projects within a budget.
 *
 * @param completion what is done with money that is left; {@link Completion#NONE} or {@link Completion#GREEDY} except
 *     for equal shares
 * @param step by which {@link Completion#ADD} and {@link Completion#ADDU} raise every voter's money, in units of money;
 *     zero otherwise
 */
public record ProjectRule(Family family, Satisfaction satisfaction, Completion completion, BigDecimal step) {

    public ProjectRule {
        step = step.signum() == 0 ? BigDecimal.ZERO : step.stripTrailingZeros();
        if (completion.named() != step.signum() > 0) {
            throw new IllegalArgumentException("a step above zero goes with +add= and +addu= alone, got " + step);
        }
    }

    /** A rule whose name has no amount in it. */
    public ProjectRule(Family family, Satisfaction satisfaction, Completion completion) {
        this(family, satisfaction, completion, BigDecimal.ZERO);
    }

    /** What the rule is at heart. */
    public enum Family {
        /** {@link Greedy}: the most utility for the money first. */
        GREEDY,
        /** {@link EqualShares}: every voter has the same money to spend. */
        MES,
        /** {@link Phragmen}: supporters carry the cost; the least burden first. */
        PHRAGMEN
    }

    /** The name in files and commands: {@code mes/cost+add1}. */
    public String key() {
        String name = family.name().toLowerCase(java.util.Locale.ROOT);
        return (family == Family.PHRAGMEN ? name : name + "/" + satisfaction.key())
                + completion.key()
                + (completion.named() ? step.toPlainString() : "");
    }

    /** The rules that a kind of ballot has a meaning for, the usual ones first. */
    public static List<ProjectRule> of(VoteType type) {
        List<Satisfaction> all = Satisfaction.of(type);
        List<ProjectRule> rules = new ArrayList<>();
        all.forEach(one -> rules.add(new ProjectRule(Family.GREEDY, one, Completion.NONE)));
        all.forEach(one -> rules.add(new ProjectRule(Family.MES, one, Completion.NONE)));
        Stream.of(Completion.values())
                .filter(one -> one != Completion.NONE && !one.named())
                .forEach(one -> rules.add(new ProjectRule(Family.MES, all.getFirst(), one)));
        if (all.contains(Satisfaction.CARDINALITY)) {
            rules.add(new ProjectRule(Family.PHRAGMEN, Satisfaction.CARDINALITY, Completion.NONE));
            rules.add(new ProjectRule(Family.PHRAGMEN, Satisfaction.CARDINALITY, Completion.GREEDY));
        }
        return rules;
    }

    /**
     * The rule of a name, if it has a meaning for this kind of ballot; every completion of equal shares among them, and
     * {@code mes/cost+add=250} with an amount above zero of at most 15 digits before and 9 after the point.
     */
    public static Optional<ProjectRule> byKey(VoteType type, String key) {
        int amount = key.indexOf('=') + 1;
        if (amount > 0) {
            return PbFile.number(key.substring(amount))
                    .filter(step -> step.signum() > 0 && step.compareTo(ProjectElection.MOST) <= 0)
                    .flatMap(step -> completed(type)
                            .filter(rule -> rule.completion().named())
                            .map(rule -> new ProjectRule(rule.family(), rule.satisfaction(), rule.completion(), step))
                            .filter(rule -> rule.key().startsWith(key.substring(0, amount)))
                            .findFirst());
        }
        return Stream.concat(
                        of(type).stream(),
                        completed(type).filter(rule -> !rule.completion().named()))
                .filter(rule -> rule.key().equals(key))
                .findFirst();
    }

    private static Stream<ProjectRule> completed(VoteType type) {
        return Satisfaction.of(type).stream()
                .flatMap(one -> Stream.of(Completion.values())
                        .map(completion -> new ProjectRule(
                                Family.MES, one, completion, completion.named() ? BigDecimal.ONE : BigDecimal.ZERO)));
    }

    /**
     * Chooses, ties broken by id; {@code explain} keeps every round. A count whose thread is interrupted ends with a
     * {@link java.util.concurrent.CancellationException}.
     */
    public Selection choose(ProjectElection election, boolean explain) {
        return counted(election, Ties.ID, explain);
    }

    /**
     * Chooses.
     *
     * @param explain keeps every round
     * @return refused, where {@link Ties#REFUSE} is asked, if a tie may decide something: with the tied projects, the
     *     round and what they have in common. A completion that counts many times is refused for a tie in any of them.
     */
    public Ruling<Selection> choose(ProjectElection election, Ties ties, boolean explain) {
        try {
            return Ruling.granted(counted(election, ties, explain));
        } catch (RefusedException tie) {
            return Ruling.refused(tie.reasons());
        }
    }

    private Selection counted(ProjectElection election, Ties ties, boolean explain) {
        List<Selection.Round> rounds = new ArrayList<>();
        Profile profile = new Profile(election, satisfaction, ties);
        List<Integer> order = choose(profile, explain ? Rounds.into(profile, rounds) : Rounds.NONE);
        return new Selection(
                key(),
                order.stream().map(p -> election.projects().get(p).id()).toList(),
                order.stream().map(p -> election.projects().get(p).cost()).reduce(BigDecimal.ZERO, BigDecimal::add),
                rounds);
    }

    List<Integer> choose(Profile profile, Rounds tell) {
        List<Integer> taken = switch (family) {
            case GREEDY -> Greedy.run(profile, List.of(), tell);
            case MES -> shares(profile, tell);
            case PHRAGMEN -> Phragmen.run(profile, tell);
        };
        boolean goesOn =
                completion == Completion.GREEDY || completion == Completion.ADD1U || completion == Completion.ADDU;
        return goesOn && somethingFits(profile, taken) ? Greedy.run(completing(profile), taken, tell) : taken;
    }

    /** Loads have no utility of their own: they are completed by the most votes, as money spent counts them. */
    private Profile completing(Profile profile) {
        return family == Family.PHRAGMEN ? new Profile(profile.election, Satisfaction.COST, profile.ties) : profile;
    }

    private List<Integer> shares(Profile profile, Rounds tell) {
        EqualShares shares = new EqualShares(profile);
        EqualShares.Outcome outcome = switch (completion) {
            case NONE, GREEDY -> shares.once();
            case ADD1, ADD1U -> shares.raising(Ratio.of(profile.unit, 1));
            case ADD, ADDU -> shares.raising(Ratio.of(step).times(Ratio.of(profile.unit, 1)));
            case INC1PCT -> shares.raising(Ratio.of(profile.budget, 100L * Math.max(1, profile.voters)));
        };
        if (tell != Rounds.NONE) {
            ExactShares.run(profile, outcome.each(), tell);
        }
        return outcome.bought();
    }

    private static boolean somethingFits(Profile profile, List<Integer> taken) {
        long left = profile.budget - profile.spent(taken);
        return IntStream.range(0, profile.cost.length).anyMatch(p -> profile.cost[p] <= left && !taken.contains(p));
    }
}
