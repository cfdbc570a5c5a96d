package org.yicheng.assembly.store;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Receipt;
import org.yicheng.party.Caller;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * Group commit of votes: presses wait in a bounded queue; a writer takes all that wait, up to {@value #BATCH}, stores
 * them in one transaction, and only then answers each. A batch that fails is stored press by press, so that one bad
 * press does not fail its neighbours.
 */
@Component
class Presses {

    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);
    private static final int BATCH = 500;
    private static final int QUEUE = 20_000;
    private static final int WRITERS = 2;

    /** A press on its way to the disk. */
    record Job(
            UUID question,
            UUID person,
            Mark mark,
            String key,
            String actor,
            CompletableFuture<Ruling<Receipt>> answer) {}

    private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE);
    private final PressStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean open = true;

    Presses(PressStore store, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        for (int i = 1; i <= WRITERS; i++) {
            writers.add(Thread.ofPlatform().name("votes-" + i).daemon().start(this::write));
        }
    }

    /** Queues a press; the future completes when it is on disk or refused. */
    CompletableFuture<Ruling<Receipt>> take(UUID question, UUID person, Mark mark, String key) {
        Job job = new Job(question, person, mark, key, Caller.current().actor(), new CompletableFuture<>());
        if (!open || !queue.offer(job)) {
            job.answer().complete(Ruling.refused(Refusal.plain("assembly.busy", "queue", QUEUE)));
        }
        return job.answer();
    }

    private void write() {
        List<Job> batch = new ArrayList<>(BATCH);
        while (open || !queue.isEmpty()) {
            try {
                Job first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                commit(List.copyOf(batch));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void commit(List<Job> batch) {
        try {
            answer(batch, stored(batch));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(e);
                return;
            }
            LOG.warn("a batch of {} presses failed, storing them one by one", batch.size(), e);
            batch.forEach(job -> commit(List.of(job)));
        }
    }

    private List<Ruling<Receipt>> stored(List<Job> batch) {
        List<Ruling<Receipt>> answers = transaction.execute(_ -> store.store(batch, clock.instant()));
        if (answers == null) {
            throw new IllegalStateException("a batch was stored without answers");
        }
        return answers;
    }

    private static void answer(List<Job> batch, List<Ruling<Receipt>> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    /** Lets the writers finish what was taken, before the pool closes. */
    @PreDestroy
    void drain() throws InterruptedException {
        open = false;
        for (Thread writer : writers) {
            writer.join(TimeUnit.SECONDS.toMillis(10));
        }
    }
}
