package org.yicheng.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** Says why something was refused, in both languages, one line a reason. */
final class Messages {

    private static final Words WORDS = Words.load(Messages.class.getClassLoader(), List.of("count", "calendar", "cli"));

    private Messages() {}

    static void refuse(PrintWriter err, List<Refusal> reasons) {
        for (Refusal reason : reasons) {
            err.println(oneLine(reason.code() + "  " + reason.field().orElse("/") + "  "
                    + WORDS.say(Language.ZH, reason) + "  |  " + WORDS.say(Language.EN, reason)));
        }
    }

    /** What is read aloud, by language, and the short forms of its grounds. */
    static Map<String, Object> spoken(Phrase phrase) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("zh", WORDS.say(Language.ZH, phrase));
        said.put("en", WORDS.say(Language.EN, phrase));
        said.put("grounds", phrase.grounds().stream().map(Citation::key).toList());
        return said;
    }

    /** A reason in both languages. */
    static Map<String, Object> spoken(Refusal reason) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("zh", WORDS.say(Language.ZH, reason));
        said.put("en", WORDS.say(Language.EN, reason));
        return said;
    }

    /** A value of the input may hold line breaks or control characters; a reason stays on its line. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A text in both languages on one line. */
    static String both(String key, Object... facts) {
        return WORDS.say(Language.ZH, key, facts) + " | " + WORDS.say(Language.EN, key, facts);
    }
}
