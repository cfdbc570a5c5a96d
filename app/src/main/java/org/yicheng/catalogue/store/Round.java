package org.yicheng.catalogue.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The catalogue's round, on a thread of its own: follow the record, make missing vectors, bring the index up to date. */
@Component
class Round implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final long KEEP_MILLIS = 5_000;
    private static final long AFTER_FAILURE_MILLIS = 5_000;

    private final CatalogueProperties properties;
    private final Follower follower;
    private final Vectors vectors;
    private final Shelf shelf;
    private final Model model;
    private final Thread thread = Thread.ofPlatform().name("catalogue").daemon().unstarted(this::run);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open = true;

    Round(CatalogueProperties properties, Follower follower, Vectors vectors, Shelf shelf, Model model) {
        this.properties = properties;
        this.follower = follower;
        this.vectors = vectors;
        this.shelf = shelf;
        this.model = model;
    }

    /** One round to its end: everything that happened until now is found after it. */
    void once() {
        follower.follow();
        bring();
        model.load().ifPresent(meaning -> {
            while (open && vectors.make(meaning)) {
                bring();
            }
        });
    }

    private void bring() {
        follower.progress("").ifPresent(progress -> shelf.follow(progress.generation()));
    }

    private void run() {
        long kept = System.nanoTime();
        while (open) {
            try {
                once();
                if (System.nanoTime() - kept > KEEP_MILLIS * 1_000_000) {
                    shelf.keep();
                    kept = System.nanoTime();
                }
                pause(properties.pace().toMillis());
            } catch (RuntimeException e) {
                if (open) {
                    LOG.warn("the catalogue could not follow and tries again", e);
                    pause(AFTER_FAILURE_MILLIS);
                }
            }
        }
    }

    private void pause(long millis) {
        try {
            open = !ended.await(millis, TimeUnit.MILLISECONDS) && open;
        } catch (InterruptedException e) {
            open = false;
        }
    }

    @Override
    public void start() {
        if (!properties.pace().isZero()) {
            thread.start();
        }
    }

    @Override
    public void stop() {
        open = false;
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
