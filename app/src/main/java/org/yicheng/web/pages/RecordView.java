package org.yicheng.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yicheng.record.Act;
import org.yicheng.rule.Citation;
import org.yicheng.web.Shell;

/**
 * A page of the record.
 *
 * @param older number before which the next page begins
 * @param checked whether the chain was checked just now
 */
public record RecordView(
        List<Act> acts,
        String verb,
        String subject,
        long total,
        Optional<Long> older,
        boolean checked,
        Optional<Long> fault) {

    /** The ground in the reader's language; the short form as it stands if no instrument has that key. */
    public String ground(Shell shell, Act act) {
        return act.ground().map(key -> shell.say(Citation.parse(key))).orElse("");
    }

    /** Words for what an act says. */
    public String did(Shell shell, Act act) {
        return words(shell).did(act);
    }

    /** In which role. */
    public String role(Shell shell, Act act) {
        return words(shell).role(act);
    }

    /** The facts in one line. */
    public String facts(Shell shell, Act act) {
        String colon = shell.zh() ? "：" : ": ";
        return words(shell).facts(act).stream()
                .map(fact -> fact.name() + colon + fact.value())
                .collect(Collectors.joining(shell.zh() ? "；" : "; "));
    }

    private static ActWords words(Shell shell) {
        return new ActWords(shell.words(), shell.language(), shell.time());
    }
}
