package org.yicheng.congress.pages;

import org.yicheng.assembly.Body;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Roll;
import org.yicheng.web.Reach;
import org.yicheng.web.Shell;

/** The line that must be reached, from the kernel's figures, and the sentence that says it. */
public final class Lines {

    private Lines() {}

    /** The roll of a sitting: due, present, the quorum and when it was reached. */
    public static Reach of(Shell shell, Roll roll) {
        String must = shell.say("web.must", "n", roll.required());
        String reached = roll.reachedAt()
                .filter(_ -> roll.met())
                .map(at -> shell.say("congress.reached-at", "time", shell.time().second(at)))
                .orElse("");
        return quorum(shell, roll.due(), roll.present(), roll.required(), must + reached);
    }

    /** A line for a table: no words of its own. */
    public static Reach of(Shell shell, Roll.OfGroup group) {
        return new Reach(
                group.present(),
                group.due(),
                0,
                "",
                "",
                "",
                shell.say(
                        "congress.line-group",
                        "group",
                        group.group().name(),
                        "got",
                        group.present(),
                        "all",
                        group.due()));
    }

    /** The attendance a decision was taken with. */
    public static Reach attendance(Shell shell, Outcome outcome, int required) {
        return quorum(shell, outcome.due(), outcome.present(), required, shell.say("web.must", "n", required));
    }

    /** How many of all, without a mark. */
    public static Reach share(Shell shell, int got, int all) {
        return new Reach(
                got,
                all,
                0,
                shell.say("congress.line-arrived", "n", got, "share", Reach.share(got, all)),
                shell.say("web.line-all", "n", all),
                "",
                shell.say("web.line-words", "got", got, "all", all));
    }

    private static Reach quorum(Shell shell, int due, int present, int required, String mustWord) {
        String words = shell.say(
                present >= required ? "web.line-reached" : "web.line-short",
                "got",
                present,
                "all",
                due,
                "must",
                required,
                "missing",
                Math.max(0, required - present));
        return new Reach(
                present,
                due,
                required,
                shell.say("web.line-got", "n", present, "share", Reach.share(present, due)),
                shell.say("web.line-all", "n", due),
                mustWord,
                words);
    }

    /** As it is announced: 应出席会议代表633名，实际出席代表582名，符合法定人数。 */
    public static String sentence(Shell shell, Body.Kind kind, Roll roll) {
        String who = switch (kind) {
            case CONGRESS -> "congress";
            case PRESIDIUM -> "presidium";
            default -> "other";
        };
        return shell.say(
                "congress.roll-" + who + (roll.headsMet() ? "-met" : "-short"),
                "due",
                roll.due(),
                "present",
                roll.present(),
                "required",
                roll.required(),
                "missing",
                Math.max(0, roll.required() - roll.present()));
    }
}
