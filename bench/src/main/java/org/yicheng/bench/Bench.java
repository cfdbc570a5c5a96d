package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./yicheng bench votes|live|pages|papers|closed|matter|count|catalogue|projects}: measures a platform that it starts
 * itself, or for the last three that part alone, and prints what it found. After {@code votes} and {@code live} the word
 * {@code full} fills the session first; after {@code projects} may stand a folder of Pabulib files.
 */
public final class Bench {

    private static final List<String> NAMES =
            List.of("votes", "live", "pages", "papers", "closed", "matter", "count", "catalogue", "projects");

    private static final String FULL = "full";
    private static final List<String> FILLED = List.of("votes", "live");

    private Bench() {}

    /** Runs the named measurement; exit 2 when it is not one of ours. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        String name = arguments.length == 0 ? "votes" : arguments[0];
        if (!NAMES.contains(name)) {
            out.println("a measurement is one of " + NAMES + ", got " + name);
            System.exit(2);
        }
        if (name.equals("projects")) {
            out.println(machine());
            new ProjectsBench(out).run(Stream.of(arguments).skip(1).findFirst().map(Path::of));
            out.println(machine());
            return;
        }
        boolean full = arguments.length > 1;
        if (full && !(arguments[1].equals(FULL) && FILLED.contains(name))) {
            out.println("after " + FILLED + " may stand " + FULL + ", got " + arguments[1]);
            System.exit(2);
        }
        if (name.equals("count")) {
            out.println(machine());
            counts();
            out.println(machine());
            return;
        }
        if (name.equals("catalogue")) {
            out.println(machine());
            new CatalogueBench(out).run();
            out.println(machine());
            return;
        }
        Path home = Platform.newHome();
        try (Platform platform = Platform.start(home, options(name.equals("closed")))) {
            out.println(machine());
            if (full) {
                new FullSession(platform.port()).fill(out);
            }
            switch (name) {
                case "votes" -> new VoteLoad(platform, out).run(16, 4);
                case "closed" -> new ClosedSession(platform, out).run();
                case "matter" -> new MatterBench(platform, out).run();
                case "papers" -> new PaperLoad(platform, out).run();
                case "live" -> new LiveLoad(platform, out).run(3_000);
                default -> new PageLoad(platform, out).run();
            }
            out.println(machine());
        } finally {
            Platform.remove(home);
        }
    }

    /** The launcher's own flags for a server, so that what is measured is what is run; empty for the replay. */
    private static String[] options(boolean empty) {
        Stream<String> launcher = Stream.of(
                        System.getProperty("yicheng.server-flags", "").split("\\s+"))
                .filter(flag -> !flag.isEmpty());
        return Stream.concat(launcher, Stream.of("-Xmx2g", "--yicheng.demo=true", "--yicheng.demo-city=" + !empty))
                .toArray(String[]::new);
    }

    private static void counts() throws IOException {
        try {
            new Runner(new OptionsBuilder().include(CountBench.class.getName()).build()).run();
        } catch (RunnerException e) {
            throw new IOException("the measurement broke off", e);
        }
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "machine   " + system.getAvailableProcessors() + " × " + system.getArch() + ", Java " + Runtime.version()
                + ", load average " + Math.round(system.getSystemLoadAverage() * 10) / 10.0;
    }
}
