package org.yicheng.home;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import sun.misc.Signal;

/**
 * Closes the application on SIGTERM and SIGINT before the virtual machine begins to end. Once it ends, the shutdown hooks of
 * all libraries run at the same time, and ONNX Runtime frees its environment under the thread that still loads the language
 * model (microsoft/onnxruntime issue 31352): the process crashes and leaves its database running.
 */
public final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final List<String> STOP = List.of("TERM", "INT");
    /** What a shell tells of a process that a signal ended, less the signal's number. */
    private static final int BY_SIGNAL = 128;

    private Signals() {}

    /** Call before the context starts. */
    public static void close(ConfigurableApplicationContext context) {
        AtomicBoolean closing = new AtomicBoolean();
        for (String name : STOP) {
            try {
                Signal.handle(new Signal(name), signal -> {
                    if (closing.compareAndSet(false, true)) {
                        Thread.ofPlatform().name("stop").daemon(false).start(() -> end(context, signal));
                    }
                });
            } catch (IllegalArgumentException e) {
                LOG.info("SIG{} stays with the virtual machine: {}", name, e.getMessage());
            }
        }
    }

    private static void end(ConfigurableApplicationContext context, Signal signal) {
        context.close();
        System.exit(BY_SIGNAL + signal.getNumber());
    }
}
