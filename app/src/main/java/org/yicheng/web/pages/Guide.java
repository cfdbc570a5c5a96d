package org.yicheng.web.pages;

import java.time.Instant;
import java.util.List;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Crumb;
import org.yicheng.web.Fact;
import org.yicheng.web.Faults;
import org.yicheng.web.Figure;
import org.yicheng.web.LogLine;
import org.yicheng.web.Option;
import org.yicheng.web.Paging;
import org.yicheng.web.Reach;
import org.yicheng.web.Shell;
import org.yicheng.web.Step;
import org.yicheng.web.TallyView;

/**
 * Specimens of every component, with the reported figures of the preliminary meeting (633 due, 582 present) and
 * invented vote counts, which are marked so.
 */
public final class Guide {

    private static final int DUE = 633;
    private static final int PRESENT = 582;
    private static final int QUORUM = 422;
    private static final int MAJORITY = 317;
    private static final Instant AT = Instant.parse("2024-01-26T07:00:00Z");

    /** The line reached, not yet reached, with nothing yet, without a mark. */
    public List<Reach> lines(Shell shell) {
        return List.of(
                line(shell, PRESENT, DUE, QUORUM),
                line(shell, 401, DUE, QUORUM),
                line(shell, 8, 10, 10),
                line(shell, 0, DUE, QUORUM),
                line(shell, 571, PRESENT, 0));
    }

    public Reach quorum(Shell shell) {
        return line(shell, PRESENT, DUE, QUORUM);
    }

    private static Reach line(Shell shell, int got, int all, int must) {
        String words = must == 0
                ? shell.say("web.line-words", "got", got, "all", all)
                : shell.say(
                        got >= must ? "web.line-reached" : "web.line-short",
                        "got",
                        got,
                        "all",
                        all,
                        "must",
                        must,
                        "missing",
                        Math.max(0, must - got));
        return new Reach(
                got,
                all,
                must,
                shell.say("web.line-got", "n", got, "share", Reach.share(got, all)),
                shell.say("web.line-all", "n", all),
                shell.say("web.must", "n", must),
                words);
    }

    public List<Figure> figures(Shell shell) {
        String unit = shell.say("web.heads-unit");
        return List.of(
                Figure.of(shell.say("web.present"), shell.number(PRESENT), unit),
                Figure.of(shell.say("web.due"), shell.number(DUE), unit),
                Figure.of(shell.say("web.quorum"), shell.number(QUORUM), unit),
                new Figure(shell.say("web.on-leave"), shell.number(16), unit, true));
    }

    public List<Step> steps(Shell shell) {
        return List.of(
                step(shell, "web.guide-step-convene", Step.State.DONE, 15),
                step(shell, "web.guide-step-register", Step.State.DONE, 13),
                step(shell, "web.guide-step-preliminary", Step.State.HERE, 17),
                step(shell, "web.guide-step-open", Step.State.AHEAD, 14),
                step(shell, "web.guide-step-close", Step.State.AHEAD, 14));
    }

    private static Step step(Shell shell, String key, Step.State state, int article) {
        return new Step(shell.say(key), state, List.of(shell.say(Citation.of(Law.ORGANIC, article))));
    }

    public List<Fact> status(Shell shell) {
        return List.of(
                new Fact(shell.say("web.guide-now"), shell.say("web.guide-voting")),
                new Fact(shell.say("web.guide-since"), shell.time().second(AT)),
                new Fact(shell.say("web.guide-way"), shell.say("web.guide-unrecorded")),
                new Fact(shell.say("web.guide-needed"), shell.say("web.guide-votes", "n", MAJORITY)));
    }

    public TallyView tally(Shell shell) {
        return TallyView.of(shell, shell.say("web.guide-tally-caption"), DUE, MAJORITY, 569, 5, 6, 2);
    }

    public List<Crumb> crumbs(Shell shell) {
        return List.of(new Crumb("/", shell.say("web.home")), Crumb.here(shell.say("web.guide")));
    }

    public List<LogLine> log(Shell shell) {
        return List.of(
                new LogLine(AT, shell.say("web.guide-log-open", "n", PRESENT), false, false),
                new LogLine(AT.minusSeconds(996), shell.say("web.guide-log-quorum", "n", QUORUM), true, true),
                new LogLine(AT.minusSeconds(3_600), shell.say("web.guide-log-start"), false, true));
    }

    public List<Refusal> reasons() {
        return List.of(
                Refusal.by(
                        Citation.of(Law.ORGANIC, 14),
                        "web.guide-refused",
                        "due",
                        DUE,
                        "present",
                        401,
                        "required",
                        QUORUM,
                        "missing",
                        21),
                Refusal.at("guide-reason", "web.field-missing"));
    }

    public Faults faults() {
        return new Faults(reasons());
    }

    public List<Option> options(Shell shell) {
        return List.of(
                new Option("for", shell.say("web.mark-for")),
                new Option("against", shell.say("web.mark-against")),
                new Option("abstain", shell.say("web.mark-abstain")));
    }

    public Paging paging() {
        return new Paging(2, Paging.ROWS, DUE, "/styleguide?q=a");
    }
}
