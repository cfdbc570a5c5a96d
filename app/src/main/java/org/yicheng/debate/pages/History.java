package org.yicheng.debate.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
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
    public record Line(Instant at, String role, String verb, Optional<Citation> ground, Bilingual detail) {

        /** What was done, in words. */
        public String word(Shell shell) {
            String key = "debate.did-" + verb.substring("debate.".length()).replace('.', '-');
            String more = shell.say(detail);
            return shell.say(key) + (more.isEmpty() ? "" : "　" + more);
        }
    }

    /** The acts on a subject; {@code names} gives the names of states a motion moved to. */
    List<Line> of(String subject, Function<String, Optional<Bilingual>> names) {
        return journal.latest(new Journal.ActFilter("debate.", subject, Optional.empty(), LINES)).stream()
                .map(act -> line(act, names))
                .toList();
    }

    private static Line line(Act act, Function<String, Optional<Bilingual>> names) {
        Bilingual detail = Optional.ofNullable(act.facts().get("to"))
                .flatMap(names)
                .or(() -> Optional.ofNullable(act.facts().get("member"))
                        .or(() -> Optional.ofNullable(act.facts().get("amendment")))
                        .map(text -> new Bilingual(text, text)))
                .orElse(new Bilingual("", ""));
        return new Line(act.at(), act.role(), act.verb(), act.ground().map(Citation::parse), detail);
    }
}
