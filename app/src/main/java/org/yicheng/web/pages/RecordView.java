package org.yicheng.web.pages;

import java.util.List;
import java.util.Optional;
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

    /** What was done, in words where the bundles have them, else the verb itself. */
    public String did(Shell shell, Act act) {
        String key = "web.act-" + act.verb();
        return shell.words().has(key) ? shell.say(key) : act.verb();
    }

    /** In which role, in words where the bundles have them. */
    public String role(Shell shell, Act act) {
        String key = "web.role-" + act.role();
        return shell.words().has(key) ? shell.say(key) : act.role();
    }

    /** The facts in one line. */
    public String facts(Act act) {
        return act.facts().entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " " + shortened(fact.getValue()))
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 12) + "…" : value;
    }
}
