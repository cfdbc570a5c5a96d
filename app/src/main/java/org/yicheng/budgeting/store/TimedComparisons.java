package org.yicheng.budgeting.store;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yicheng.budgeting.Comparisons;
import org.yicheng.budgeting.Election;
import org.yicheng.count.projects.Measures;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.Selection;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * Counts on one thread beside those that answer, so that a question anybody may put takes one processor at most; a
 * comparison has a time to be done in, and what was counted is kept for who asks the same.
 */
@Component
class TimedComparisons implements Comparisons {

    private static final int KEPT = 64;
    private static final int WAITING = 8;

    private final ExecutorService counter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("budgeting-count").factory());
    private final Semaphore room = new Semaphore(WAITING);
    private final Duration most;
    private final Map<Key, List<Outcome>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Outcome>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String election, Supposed supposed) {}

    /** @param most how long all rules together may take */
    TimedComparisons(@Value("${yicheng.budgeting.count-within:10s}") Duration most) {
        this.most = most;
    }

    @PreDestroy
    void end() {
        counter.shutdownNow();
    }

    @Override
    public boolean counted(Election election, Supposed supposed) {
        synchronized (kept) {
            return kept.containsKey(new Key(election.id(), supposed));
        }
    }

    @Override
    public Ruling<Comparison> compare(Election election, Supposed supposed) {
        ProjectElection own = election.file().election();
        ProjectElection counted = new ProjectElection(own.type(), supposed.budget(), own.projects(), own.ballots());
        if (!counted.countable()) {
            return Ruling.refused(Refusal.at(
                    "budget",
                    "budgeting.budget",
                    "value",
                    supposed.budget().toPlainString(),
                    "most",
                    ProjectElection.MOST));
        }
        Key key = new Key(election.id(), supposed);
        synchronized (kept) {
            List<Outcome> known = kept.get(key);
            if (known != null) {
                return Ruling.granted(new Comparison(counted, supposed, known));
            }
        }
        if (!room.tryAcquire()) {
            return busy();
        }
        try {
            return within(key, counted);
        } finally {
            room.release();
        }
    }

    private Ruling<Comparison> busy() {
        return Ruling.refused(Refusal.plain("budgeting.busy", "waiting", WAITING, "seconds", most.toSeconds()));
    }

    /** Who waits in the queue waits no longer than a count may take. */
    private Ruling<Comparison> within(Key key, ProjectElection election) {
        List<Outcome> done = new ArrayList<>();
        Future<?> count = counter.submit(() -> count(election, key.supposed(), done));
        boolean whole = false;
        try {
            count.get(most.toMillis(), TimeUnit.MILLISECONDS);
            whole = true;
        } catch (TimeoutException e) {
            count.cancel(true);
        } catch (InterruptedException e) {
            count.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a rule could not be counted", e.getCause());
        }
        List<Outcome> outcomes = all(election, done);
        if (outcomes.stream().allMatch(one -> one.ruling().isEmpty())) {
            return busy();
        }
        if (whole) {
            synchronized (kept) {
                kept.put(key, outcomes);
            }
        }
        return Ruling.granted(new Comparison(election, key.supposed(), outcomes));
    }

    private static List<Outcome> all(ProjectElection election, List<Outcome> done) {
        synchronized (done) {
            List<Outcome> all = new ArrayList<>(done);
            List<ProjectRule> rules = ProjectRule.of(election.type());
            rules.subList(Math.min(all.size(), rules.size()), rules.size())
                    .forEach(rule -> all.add(new Outcome(rule, Optional.empty(), Optional.empty())));
            return List.copyOf(all);
        }
    }

    private static void count(ProjectElection election, Supposed supposed, List<Outcome> done) {
        ProjectElection counted = supposed.dropOverBudget() ? election.withoutUnaffordable() : election;
        try {
            for (ProjectRule rule : ProjectRule.of(election.type())) {
                Ruling<Selection> ruling = rule.choose(counted, supposed.ties(), true);
                Optional<Measures> measures = ruling instanceof Ruling.Granted<Selection>(Selection chosen)
                        ? Optional.of(Measures.of(election, chosen.order()))
                        : Optional.empty();
                synchronized (done) {
                    done.add(new Outcome(rule, Optional.of(ruling), measures));
                }
            }
        } catch (CancellationException _) {
            Thread.currentThread().interrupt(); // nobody waits any more
        }
    }
}
