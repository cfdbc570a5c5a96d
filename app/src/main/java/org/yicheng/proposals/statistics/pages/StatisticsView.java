package org.yicheng.proposals.statistics.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.assembly.Body;
import org.yicheng.count.Percentages;
import org.yicheng.count.Rate;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Equation;
import org.yicheng.proposals.statistics.Figures;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Quota;
import org.yicheng.proposals.statistics.Statistics.Cell;
import org.yicheng.proposals.statistics.Tally;
import org.yicheng.proposals.statistics.Tally.Group;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Option;
import org.yicheng.web.Shell;
import org.yicheng.web.Worded;

/**
 * The figures as their page shows them.
 *
 * @param bodies whose figures the caller may read, by id
 * @param sessions subjects to choose from
 * @param lists whether the reader may open the list behind a figure
 */
public record StatisticsView(
        Map<String, Bilingual> bodies,
        Body body,
        List<String> sessions,
        Asked asked,
        Tally tally,
        GroupNames.Named names,
        boolean lists)
        implements Worded {

    /** What a breakdown shows of the reception, and of the handling. */
    public static final List<Measure> RECEPTION =
            List.of(Measure.SUBMITTED, Measure.FILED, Measure.NOT_FILED, Measure.WITHDRAWN, Measure.UNDECIDED);

    public static final List<Measure> HANDLING = List.of(
            Measure.ASSIGNED,
            Measure.REPLIED,
            Measure.ON_TIME,
            Measure.MET,
            Measure.JUDGED,
            Measure.CONTENT,
            Measure.SOLVED,
            Measure.PROMISES_DUE,
            Measure.PROMISES_KEPT);

    /** What is shown beside the equations, so that it is not hidden in them. */
    public static final List<Measure> BESIDE = List.of(Measure.FROM_MOTION, Measure.MERGED, Measure.SENT_BACK);

    @Override
    public String wordsOf() {
        return body.id();
    }

    public String path() {
        return Asked.PATH;
    }

    public List<Equation> equations() {
        return Equation.ALL;
    }

    public Quota[] quotas() {
        return Quota.values();
    }

    public List<Group> groups(By by) {
        return tally.by(by);
    }

    public String name(Shell shell, By by, String key) {
        return shell.say(names.of(by, key));
    }

    /** The address of the list behind a figure of the whole; empty where it is not the reader's to open. */
    public String list(Measure measure) {
        return lists ? asked.list(measure, Optional.empty()) : "";
    }

    public String list(Measure measure, By by, String key) {
        return lists ? asked.list(measure, Optional.of(new Cell(by, key))) : "";
    }

    public String file(String format) {
        return Asked.address(Asked.PATH + "." + format, asked.query());
    }

    /** In per cent, or a dash where there is nothing to divide by. */
    public String percent(Figures figures, Quota quota) {
        return written(figures.rate(quota).percent(asked.places()));
    }

    private static String written(Optional<BigDecimal> percent) {
        return percent.map(value -> value.toPlainString() + "%").orElse("—");
    }

    /** How far a bar goes, of the whole width that leaves room for its word. */
    public String bar(Rate rate) {
        return rate.percent(2)
                        .map(value -> value.multiply(new BigDecimal("0.65")).toPlainString())
                        .orElse("0") + "%";
    }

    public String afterBar(Rate rate) {
        return rate.percent(2)
                        .map(value -> value.multiply(new BigDecimal("0.65"))
                                .add(BigDecimal.ONE)
                                .toPlainString())
                        .orElse("1")
                + "%";
    }

    /** The rate of which a measure is the part. */
    public Optional<Quota> quota(Measure measure) {
        return Arrays.stream(Quota.values())
                .filter(one -> one.part() == measure)
                .findFirst();
    }

    /** Groups that have something of what their shares are told of. */
    public List<Group> shown(By by) {
        return tally.by(by).stream()
                .filter(group -> group.figures().count(by.column()) > 0)
                .toList();
    }

    /** The shares of {@link #shown}, a column of one whole. */
    public List<String> shares(By by) {
        return shares(shown(by), by.column(), asked.rounding(), asked.places());
    }

    static List<String> shares(List<Group> groups, Measure column, Percentages rounding, int places) {
        List<Long> parts =
                groups.stream().map(group -> group.figures().count(column)).toList();
        List<BigDecimal> percent = rounding.of(parts, places);
        return percent.isEmpty()
                ? parts.stream().map(_ -> "—").toList()
                : percent.stream().map(value -> value.toPlainString() + "%").toList();
    }

    public Rate share(Group group, By by) {
        return new Rate(group.figures().count(by.column()), tally.all().count(by.column()));
    }

    public List<Option> sessionOptions(Shell shell) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shell.say("proposals.statistics.all-sessions")));
        sessions.forEach(one -> options.add(new Option(one, name(shell, By.SESSION, one))));
        return options;
    }

    public List<Option> kindOptions(Shell shell) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shell.say("proposals.statistics.all-kinds")));
        for (Kind kind : List.of(Kind.MOTION, Kind.SUGGESTION, Kind.PROPOSAL)) {
            if (Kind.of(body.kind()).contains(kind)) {
                options.add(new Option(kind.name(), shell.say("proposals.kind-" + kind)));
            }
        }
        return options;
    }

    public List<Option> byOptions(Shell shell) {
        return Asked.FURTHER.stream()
                .map(by -> new Option(by.name(), shell.say("proposals.statistics.by-" + by)))
                .toList();
    }

    public List<Option> roundingOptions(Shell shell) {
        return Arrays.stream(Percentages.values())
                .map(one -> new Option(one.name(), shell.say("proposals.statistics.rounding-" + one)))
                .toList();
    }
}
