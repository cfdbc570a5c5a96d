package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yicheng.assembly.AttendanceEntry;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.assembly.Sitting;
import org.yicheng.web.Figure;
import org.yicheng.web.LogLine;
import org.yicheng.web.Shell;
import org.yicheng.web.Worded;

/** The live part of the desk: the roll of one sitting, by delegation, and what happened at the gates. */
public record DeskRoll(
        Sitting sitting, Body body, Roll roll, List<Roll.OfGroup> groups, List<AttendanceEntry> log, boolean demo)
        implements Worded {

    @Override
    public String wordsOf() {
        return sitting.body();
    }

    private static final Pattern GATE = Pattern.compile("GATE-(\\d+)");

    public List<Figure> figures(Shell shell) {
        String unit = shell.say("web.heads-unit");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(shell.say("web.present"), shell.number(roll.present()), unit));
        figures.add(Figure.of(shell.say("web.due"), shell.number(roll.due()), unit));
        figures.add(Figure.of(shell.say("web.quorum"), shell.number(roll.required()), unit));
        figures.add(
                new Figure(shell.say("web.on-leave"), shell.number(roll.onLeave()), unit, demo && roll.onLeave() > 0));
        return figures;
    }

    public boolean grouped() {
        return groups.size() > 1;
    }

    public List<LogLine> lines(Shell shell) {
        List<LogLine> lines = new ArrayList<>();
        boolean told = roll.reachedAt().isEmpty();
        for (AttendanceEntry entry : log) {
            if (!told && entry.event().at().isBefore(roll.reachedAt().orElseThrow())) {
                lines.add(reached(shell));
                told = true;
            }
            lines.add(line(shell, entry));
        }
        if (!told && !log.isEmpty()) {
            lines.add(reached(shell));
        }
        return lines;
    }

    private LogLine reached(Shell shell) {
        return new LogLine(
                roll.reachedAt().orElseThrow(), shell.say("congress.log-reached", "n", roll.required()), true, false);
    }

    private static LogLine line(Shell shell, AttendanceEntry entry) {
        String gate = gate(shell, entry.event().device());
        String who = entry.member().map(member -> named(member)).orElse("");
        boolean in = entry.event().direction() == Direction.IN;
        String text = switch (entry.effect()) {
            case COUNTED ->
                entry.manualReason()
                        .map(reason -> shell.say(
                                in ? "congress.log-by-hand" : "congress.log-out-by-hand", "who", who, "reason", reason))
                        .orElseGet(
                                () -> shell.say(in ? "congress.log-in" : "congress.log-out", "who", who, "gate", gate));
            case NO_EFFECT, DUPLICATE -> shell.say("congress.log-again", "who", who, "gate", gate);
            case REJECTED ->
                shell.say(
                        "congress.log-rejected",
                        "gate",
                        gate,
                        "why",
                        entry.refusal()
                                .map(reason -> shell.say(reason.code(), reason.facts()))
                                .orElse(""));
        };
        boolean named = entry.member().map(Member::demo).orElse(false);
        return new LogLine(entry.event().at(), text, false, named);
    }

    private static String named(Member member) {
        return (member.groupName() + " " + member.name()).strip();
    }

    private static String gate(Shell shell, String device) {
        Matcher gate = GATE.matcher(device);
        if (gate.matches()) {
            return shell.say("congress.gate", "n", gate.group(1));
        }
        return device.equals("MANUAL") || device.isEmpty() ? shell.say("congress.desk") : device;
    }
}
