package org.yicheng.debate.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.web.Shell;

/** What the record knows of an item or a motion, newest first. */
@Component
public class History {

    private static final int LINES = 100;

    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    /** One act: when, in which role, what, on what ground. */
    public record Line(Instant at, String role, String verb, Optional<Citation> ground, String detail) {

        /** What was done, in words. */
        public String word(Shell shell) {
            String key = "debate.did-" + verb.substring("debate.".length()).replace('.', '-');
            return shell.say(key) + (detail.isEmpty() ? "" : "　" + detail);
        }
    }

    List<Line> of(String subject) {
        return journal.latest(new Journal.ActFilter("debate.", subject, Optional.empty(), LINES)).stream()
                .map(History::line)
                .toList();
    }

    private static Line line(Act act) {
        String detail = Optional.ofNullable(act.facts().get("member"))
                .or(() -> Optional.ofNullable(act.facts().get("amendment")))
                .or(() -> Optional.ofNullable(act.facts().get("to")))
                .orElse("");
        return new Line(act.at(), act.role(), act.verb(), act.ground().map(Citation::parse), detail);
    }
}
