package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule that chooses projects within a budget.
 *
 * @param completion what is done with money that is left; {@link Completion#NONE} or {@link Completion#GREEDY} except
 *     for equal shares
 */
public record ProjectRule(Family family, Satisfaction satisfaction, Completion completion) {

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
        return (family == Family.PHRAGMEN ? name : name + "/" + satisfaction.key()) + completion.key();
    }

    /** The rules that a kind of ballot has a meaning for, the usual ones first. */
    public static List<ProjectRule> of(VoteType type) {
        List<Satisfaction> all = Satisfaction.of(type);
        List<ProjectRule> rules = new ArrayList<>();
        all.forEach(one -> rules.add(new ProjectRule(Family.GREEDY, one, Completion.NONE)));
        all.forEach(one -> rules.add(new ProjectRule(Family.MES, one, Completion.NONE)));
        Stream.of(Completion.values())
                .filter(one -> one != Completion.NONE)
                .forEach(one -> rules.add(new ProjectRule(Family.MES, all.getFirst(), one)));
        if (all.contains(Satisfaction.CARDINALITY)) {
            rules.add(new ProjectRule(Family.PHRAGMEN, Satisfaction.CARDINALITY, Completion.NONE));
            rules.add(new ProjectRule(Family.PHRAGMEN, Satisfaction.CARDINALITY, Completion.GREEDY));
        }
        return rules;
    }

    /** The rule of a name, if it has a meaning for this kind of ballot; every completion of equal shares among them. */
    public static Optional<ProjectRule> byKey(VoteType type, String key) {
        Stream<ProjectRule> completed = Satisfaction.of(type).stream()
                .flatMap(one ->
                        Stream.of(Completion.values()).map(completion -> new ProjectRule(Family.MES, one, completion)));
        return Stream.concat(of(type).stream(), completed)
                .filter(rule -> rule.key().equals(key))
                .findFirst();
    }

    /** Chooses; {@code explain} keeps every round. */
    public Selection choose(ProjectElection election, boolean explain) {
        List<Selection.Round> rounds = new ArrayList<>();
        Profile profile = new Profile(election, satisfaction);
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
        boolean goesOn = completion == Completion.GREEDY || completion == Completion.ADD1U;
        return goesOn && somethingFits(profile, taken) ? Greedy.run(completing(profile), taken, tell) : taken;
    }

    /** Loads have no utility of their own: they are completed by the most votes, as money spent counts them. */
    private Profile completing(Profile profile) {
        return family == Family.PHRAGMEN ? new Profile(profile.election, Satisfaction.COST) : profile;
    }

    private List<Integer> shares(Profile profile, Rounds tell) {
        EqualShares shares = new EqualShares(profile);
        EqualShares.Outcome outcome = switch (completion) {
            case NONE, GREEDY -> shares.once();
            case ADD1, ADD1U -> shares.raising(Ratio.of(profile.unit, 1));
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
