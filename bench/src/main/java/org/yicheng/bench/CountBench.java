package org.yicheng.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yicheng.count.Election;
import org.yicheng.count.ElectionResult;
import org.yicheng.count.ElectionTerms;
import org.yicheng.count.Papers;
import org.yicheng.count.RankedBallots;
import org.yicheng.count.RankedResult;
import org.yicheng.count.Roll;
import org.yicheng.count.Schulze;
import org.yicheng.count.TransferableVote;

/**
 * How long counting takes, with less than 1 GB of heap: a million distinct papers of twenty candidates, the single
 * transferable vote of 10,000 papers, Schulze with fifty options. Each is to stay below one second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx900m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class CountBench {

    private static final int PAPERS = 1_000_000;
    private static final int CANDIDATES = 20;
    private static final int SEATS = 10;
    private static final int RANKED_PAPERS = 10_000;

    private byte[][] marks = {};
    private Papers papers = new Papers.Builder(List.of()).build();
    private RankedBallots twelve = new RankedBallots(List.of("-"));
    private RankedBallots fifty = new RankedBallots(List.of("-"));

    /** Papers by a fixed seed; every mark on its own, so that hardly two papers are alike. */
    @Setup
    public void draw() {
        Random random = new Random(20240126);
        marks = new byte[PAPERS][];
        for (int i = 0; i < PAPERS; i++) {
            byte[] row = new byte[CANDIDATES];
            for (int c = 0; c < CANDIDATES; c++) {
                row[c] = (byte) (random.nextInt(5) < 2 ? 1 : random.nextInt(3));
            }
            marks[i] = row;
        }
        papers = collect();
        twelve = ranked(12, random);
        fifty = ranked(50, random);
    }

    private Papers collect() {
        Papers.Builder builder = new Papers.Builder(names(CANDIDATES));
        for (byte[] row : marks) {
            builder.add(1, row);
        }
        return builder.build();
    }

    private static RankedBallots ranked(int candidates, Random random) {
        List<String> names = names(candidates);
        RankedBallots ballots = new RankedBallots(names);
        for (int i = 0; i < RANKED_PAPERS; i++) {
            List<String> ranking = new ArrayList<>(names);
            Collections.shuffle(ranking, random);
            ballots.add(1, ranking);
        }
        return ballots;
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "候选人" + i).toList();
    }

    /** Counting papers that are already read. */
    @Benchmark
    public ElectionResult election() {
        return new Election(new Roll(PAPERS, PAPERS), SEATS, PAPERS, papers, ElectionTerms.usual()).count();
    }

    /** Collecting the papers one by one and counting them. */
    @Benchmark
    public ElectionResult electionFromSinglePapers() {
        return new Election(new Roll(PAPERS, PAPERS), SEATS, PAPERS, collect(), ElectionTerms.usual()).count();
    }

    /** Six seats, twelve candidates, every candidate ranked. */
    @Benchmark
    public RankedResult singleTransferableVote() {
        return TransferableVote.stv(twelve, 6);
    }

    /** Fifty options, every one ranked. */
    @Benchmark
    public RankedResult schulze() {
        return Schulze.count(fifty, 1);
    }
}
