package org.yicheng.cli;

import java.io.PrintWriter;
import java.util.List;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** Says why something was refused, in both languages, one line a reason. */
final class Messages {

    private static final Words WORDS = Words.load(Messages.class.getClassLoader(), List.of("count", "cli"));

    private Messages() {}

    static void refuse(PrintWriter err, List<Refusal> reasons) {
        for (Refusal reason : reasons) {
            err.println(reason.code() + "\t" + reason.field().orElse("") + "\t" + WORDS.say(Language.ZH, reason) + " | "
                    + WORDS.say(Language.EN, reason));
        }
    }

    static String both(String key, Object... facts) {
        return WORDS.say(Language.ZH, key, facts) + " | " + WORDS.say(Language.EN, key, facts);
    }
}
