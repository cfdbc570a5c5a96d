package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yicheng.count.projects.Ballot;
import org.yicheng.count.projects.Candidate;
import org.yicheng.count.projects.PbFile;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.Selection;
import org.yicheng.count.projects.VoteType;

/**
 * How much processor time choosing projects takes: every rule over every {@code .pb} file of a folder, the first count
 * of each in this JVM, and two rules over 200 projects and a million voters.
 */
final class ProjectsBench {

    private static final int PROJECTS = 200;
    private static final int VOTERS = 1_000_000;

    private final PrintStream out;

    ProjectsBench(PrintStream out) {
        this.out = out;
    }

    void run(Optional<Path> folder) throws IOException {
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                for (Path file : files.filter(one -> one.toString().endsWith(".pb"))
                        .sorted()
                        .toList()) {
                    ProjectElection election =
                            PbFile.read(Files.readString(file)).orThrow().election();
                    for (ProjectRule rule : ProjectRule.of(election.type())) {
                        measure(file.getFileName().toString(), rule, election);
                    }
                }
            }
        }
        ProjectElection large = large();
        for (String rule : List.of("greedy/cost", "mes/cost", "mes/cardinality")) {
            measure(
                    "200 × 1,000,000",
                    ProjectRule.byKey(VoteType.APPROVAL, rule).orElseThrow(),
                    large);
        }
        Runtime runtime = Runtime.getRuntime();
        out.printf(Locale.ROOT, "heap      %,d MiB at most%n", runtime.maxMemory() >> 20);
    }

    private void measure(String name, ProjectRule rule, ProjectElection election) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        Selection chosen = rule.choose(election, false);
        out.printf(
                Locale.ROOT,
                "projects  %-68s %-18s %3d projects, cost %s, CPU %.3f s%n",
                name,
                rule.key(),
                chosen.order().size(),
                chosen.cost().toPlainString(),
                (threads.getCurrentThreadCpuTime() - began) / 1e9);
    }

    /** Projects of different popularity; ten approvals a voter on average, so that hardly two ballots are alike. */
    private static ProjectElection large() {
        Random random = new Random(20240126);
        double[] popular = random.doubles(PROJECTS).map(one -> one * one * 0.15).toArray();
        List<Ballot> ballots = new ArrayList<>(VOTERS);
        for (int v = 0; v < VOTERS; v++) {
            ballots.add(Ballot.of(IntStream.range(0, PROJECTS)
                    .filter(p -> random.nextDouble() < popular[p])
                    .boxed()
                    .toList()));
        }
        return new ProjectElection(
                VoteType.APPROVAL,
                BigDecimal.valueOf(100_000_000),
                IntStream.range(0, PROJECTS)
                        .mapToObj(
                                p -> new Candidate("" + p, "", BigDecimal.valueOf(random.nextLong(100_000, 5_000_000))))
                        .toList(),
                ballots);
    }
}
