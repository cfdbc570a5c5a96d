package org.yicheng.ledger.store;

import java.util.List;
import java.util.regex.Pattern;
import org.yicheng.rule.Refusal;

/** What somebody entered as words: neither blank nor too long, and on one line. */
final class Entered {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Entered() {}

    static void words(List<Refusal> reasons, String field, String value, int most) {
        if (value.isBlank()
                || value.codePointCount(0, value.length()) > most
                || CONTROL.matcher(value).find()) {
            reasons.add(Refusal.at(field, "ledger.wrong-" + field, "most", most));
        }
    }
}
