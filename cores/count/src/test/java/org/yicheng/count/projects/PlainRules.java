package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rules as they are defined, voter by voter and project by project in fractions: no identical ballots together, no
 * common denominator, no bounds, no skipped steps. Shares nothing with the engine but the election it reads.
 */
final class PlainRules {

    /** A fraction as it comes, not in lowest terms. */
    private record Part(BigInteger above, BigInteger below) {
        static final Part NOTHING = whole(0);

        static Part whole(long number) {
            return new Part(BigInteger.valueOf(number), BigInteger.ONE);
        }

        static Part of(BigDecimal number) {
            BigDecimal fine = number.setScale(Math.max(0, number.scale()));
            return new Part(fine.unscaledValue(), BigInteger.TEN.pow(fine.scale()));
        }

        Part plus(Part o) {
            return lower(above.multiply(o.below).add(o.above.multiply(below)), below.multiply(o.below));
        }

        Part minus(Part o) {
            return plus(new Part(o.above.negate(), o.below));
        }

        Part times(Part o) {
            return lower(above.multiply(o.above), below.multiply(o.below));
        }

        Part over(Part o) {
            return lower(above.multiply(o.below), below.multiply(o.above));
        }

        private static Part lower(BigInteger above, BigInteger below) {
            BigInteger common = above.gcd(below);
            return new Part(above.divide(common), below.divide(common));
        }

        int against(Part o) {
            return above.multiply(o.below).compareTo(o.above.multiply(below));
        }

        boolean nothing() {
            return above.signum() == 0;
        }

        Part least(Part o) {
            return against(o) <= 0 ? this : o;
        }
    }

    private final ProjectElection election;
    private final Satisfaction satisfaction;
    private final int n;
    private final int m;
    private final Part[] cost;
    private final Part budget;
    /** By voter and project. */
    private final Part[][] u;
    /** All projects, the first of a tie first. */
    private final List<Integer> order;

    PlainRules(ProjectElection election, Satisfaction satisfaction, Ties ties) {
        this.election = election;
        this.satisfaction = satisfaction;
        n = election.ballots().size();
        m = election.projects().size();
        cost = election.projects().stream().map(p -> Part.of(p.cost())).toArray(Part[]::new);
        budget = Part.of(election.budget());
        u = new Part[n][m];
        for (int v = 0; v < n; v++) {
            Arrays.fill(u[v], Part.NOTHING);
            Ballot ballot = election.ballots().get(v);
            for (int i = 0; i < ballot.choices().size(); i++) {
                int p = ballot.choices().get(i);
                u[v][p] = switch (satisfaction) {
                    case CARDINALITY -> Part.whole(1);
                    case COST -> cost[p];
                    case POINTS -> Part.of(ballot.points().get(i));
                    case BORDA -> Part.whole(ballot.choices().size() - i - 1);
                };
            }
        }
        order = IntStream.range(0, m).boxed().sorted(first(ties)).toList();
    }

    private Comparator<Integer> first(Ties ties) {
        Comparator<Integer> byId =
                Comparator.comparing(p -> election.projects().get(p).id());
        Comparator<Integer> byCost = (a, b) -> cost[a].against(cost[b]);
        Comparator<Integer> byVotes = Comparator.comparing(p -> -approvals(p));
        return switch (ties) {
            case ID, REFUSE -> byId;
            case MINCOST -> byCost.thenComparing(byId);
            case MAXCOST -> byCost.reversed().thenComparing(byId);
            case APPROVALS -> byVotes.thenComparing(byId);
        };
    }

    private int approvals(int p) {
        int votes = 0;
        for (Ballot ballot : election.ballots()) {
            int at = ballot.choices().indexOf(p);
            if (at >= 0 && (ballot.points().isEmpty() || ballot.points().get(at).signum() > 0)) {
                votes++;
            }
        }
        return votes;
    }

    /** What a rule chooses, in the order in which it takes them. */
    static List<String> choose(ProjectRule rule, ProjectElection election, Ties ties) {
        PlainRules plain = new PlainRules(election, rule.satisfaction(), ties);
        List<Integer> taken = switch (rule.family()) {
            case GREEDY -> plain.greedy(List.of());
            case PHRAGMEN -> plain.phragmen();
            case MES ->
                switch (rule.completion()) {
                    case NONE, GREEDY -> n(plain) ? List.of() : plain.shares(plain.share());
                    case ADD1, ADD1U -> plain.raised(Part.whole(1));
                    case INC1PCT -> plain.raised(plain.budget.over(Part.whole(100L * Math.max(1, plain.n))));
                    case ADD, ADDU -> plain.raised(Part.of(rule.step()));
                };
        };
        boolean then =
                List.of(Completion.GREEDY, Completion.ADD1U, Completion.ADDU).contains(rule.completion());
        if (then && !plain.exhausted(taken, false)) {
            PlainRules rest = rule.family() == ProjectRule.Family.PHRAGMEN
                    ? new PlainRules(election, Satisfaction.COST, ties)
                    : plain;
            taken = rest.greedy(taken);
        }
        return taken.stream().map(p -> election.projects().get(p).id()).toList();
    }

    private static boolean n(PlainRules plain) {
        return plain.n == 0;
    }

    private Part share() {
        return budget.over(Part.whole(n));
    }

    private Part left(List<Integer> taken) {
        Part left = budget;
        for (int p : taken) {
            left = left.minus(cost[p]);
        }
        return left;
    }

    private boolean exhausted(List<Integer> taken, boolean wantedOnly) {
        Part left = left(taken);
        for (int p = 0; p < m; p++) {
            if (!taken.contains(p) && cost[p].against(left) <= 0 && (!wantedOnly || wanted(p))) {
                return false;
            }
        }
        return true;
    }

    private boolean wanted(int p) {
        return IntStream.range(0, n).anyMatch(v -> !u[v][p].nothing());
    }

    private Part total(int p) {
        Part sum = Part.NOTHING;
        for (int v = 0; v < n; v++) {
            sum = sum.plus(u[v][p]);
        }
        return sum;
    }

    private List<Integer> greedy(List<Integer> before) {
        List<Integer> taken = new ArrayList<>(before);
        List<Integer> open = new ArrayList<>(order);
        open.removeAll(before);
        while (!open.isEmpty()) {
            int best = open.getFirst();
            for (int p : open) {
                if (denser(p, best)) {
                    best = p;
                }
            }
            open.remove(Integer.valueOf(best));
            if (cost[best].against(left(taken)) <= 0) {
                taken.add(best);
            }
        }
        return taken;
    }

    /** Strictly, so that the first of the order stays. */
    private boolean denser(int p, int best) {
        boolean free = cost[p].nothing() && !total(p).nothing();
        boolean bestFree = cost[best].nothing() && !total(best).nothing();
        if (free || bestFree) {
            return free && !bestFree;
        }
        Part one = total(p).nothing() ? Part.NOTHING : total(p).over(cost[p]);
        Part two = total(best).nothing() ? Part.NOTHING : total(best).over(cost[best]);
        return one.against(two) > 0;
    }

    private List<Integer> shares(Part each) {
        Part[] money = new Part[n];
        Arrays.fill(money, each);
        List<Integer> taken = new ArrayList<>();
        while (true) {
            int best = -1;
            Part least = Part.NOTHING;
            for (int p : order) {
                Optional<Part> rho = taken.contains(p) || !wanted(p) ? Optional.empty() : rho(p, money);
                if (rho.isPresent() && (best < 0 || rho.get().against(least) < 0)) {
                    best = p;
                    least = rho.get();
                }
            }
            if (best < 0) {
                return taken;
            }
            taken.add(best);
            for (int v = 0; v < n; v++) {
                money[v] = money[v].minus(money[v].least(least.times(u[v][best])));
            }
        }
    }

    private Optional<Part> rho(int p, Part[] money) {
        List<Integer> supporters = IntStream.range(0, n)
                .filter(v -> !u[v][p].nothing())
                .boxed()
                .sorted((a, b) -> money[a].over(u[a][p]).against(money[b].over(u[b][p])))
                .toList();
        Part paid = Part.NOTHING;
        Part utility = total(p);
        for (int v : supporters) {
            Part rho = cost[p].minus(paid).over(utility);
            if (rho.times(u[v][p]).against(money[v]) <= 0) {
                return Optional.of(rho);
            }
            paid = paid.plus(money[v]);
            utility = utility.minus(u[v][p]);
        }
        return Optional.empty();
    }

    private List<Integer> raised(Part step) {
        if (n == 0) {
            return List.of();
        }
        if (step.nothing()) {
            return shares(share());
        }
        List<Integer> before = List.of();
        for (Part each = share(); ; each = each.plus(step)) {
            List<Integer> now = shares(each);
            if (left(now).above().signum() < 0) {
                return before;
            }
            if (exhausted(now, true)) {
                return now;
            }
            before = now;
        }
    }

    private List<Integer> phragmen() {
        Part[] load = new Part[n];
        Arrays.fill(load, Part.NOTHING);
        List<Integer> open = new ArrayList<>(
                order.stream().filter(p -> cost[p].against(budget) <= 0).toList());
        List<Integer> taken = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            Optional<Part> least = Optional.empty();
            for (int p : open) {
                Optional<Part> comes = carried(p, load);
                int lower = next.isEmpty() ? -1 : finite(comes, least);
                if (lower < 0) {
                    next.clear();
                    least = comes;
                }
                if (lower <= 0) {
                    next.add(p);
                }
            }
            Part left = left(taken);
            if (next.stream().anyMatch(p -> cost[p].against(left) > 0)) {
                break;
            }
            int p = next.getFirst();
            for (int v = 0; v < n; v++) {
                load[v] = u[v][p].nothing() ? load[v] : least.orElseThrow();
            }
            taken.add(p);
            open.remove(Integer.valueOf(p));
        }
        taken.sort(Comparator.comparing(p -> election.projects().get(p).id()));
        return taken;
    }

    private Optional<Part> carried(int p, Part[] load) {
        Part sum = cost[p];
        long supporters = 0;
        for (int v = 0; v < n; v++) {
            if (!u[v][p].nothing()) {
                sum = sum.plus(load[v]);
                supporters++;
            }
        }
        return supporters == 0 ? Optional.empty() : Optional.of(sum.over(Part.whole(supporters)));
    }

    private static int finite(Optional<Part> one, Optional<Part> other) {
        return one.isPresent() && other.isPresent()
                ? one.get().against(other.get())
                : Boolean.compare(other.isPresent(), one.isPresent());
    }
}
