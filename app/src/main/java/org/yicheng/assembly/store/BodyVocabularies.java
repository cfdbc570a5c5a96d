package org.yicheng.assembly.store;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.RuleSet;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.web.Vocabularies;

/**
 * Texts are written in the words of a congress; a body of another kind says its own: what its rule set calls members
 * and groups. Kept by rule set, of which there are a handful.
 */
@Component
class BodyVocabularies implements Vocabularies {

    private static final String MEMBER = "代表";
    private static final String GROUP = "代表团";

    private final JdbcBodies bodies;
    private final Words words;
    private final Map<String, Words> byRules = new ConcurrentHashMap<>();

    BodyVocabularies(JdbcBodies bodies, Words words) {
        this.bodies = bodies;
        this.words = words;
    }

    @Override
    public Words of(String body) {
        return bodies.byId(body)
                .map(found -> bodies.rules(found.id()))
                .filter(rules -> !ordinary(rules))
                .map(rules -> byRules.computeIfAbsent(rules.id(), _ -> reworded(rules)))
                .orElse(words);
    }

    /** A congress, and its presidium whose members are deputies. */
    private static boolean ordinary(RuleSet rules) {
        return rules.groupWord().zh().equals(GROUP);
    }

    private Words reworded(RuleSet rules) {
        return words.reworded(
                key -> key.startsWith("congress.") || key.startsWith("assembly.") || key.startsWith("proposals."),
                (language, text) -> language == Language.ZH ? zh(rules, text) : en(rules, text));
    }

    private static String zh(RuleSet rules, String text) {
        return text.replace(GROUP, rules.groupWord().zh())
                .replace(MEMBER, rules.memberWord().zh());
    }

    private static String en(RuleSet rules, String text) {
        Bilingual member = rules.memberWord();
        String many = member.en();
        String one = many.endsWith("s") ? many.substring(0, many.length() - 1) : many;
        String group = rules.groupWord().en();
        String groups = group.endsWith("s") ? group + "es" : group + "s";
        String said = swap(text, "delegations", groups);
        said = swap(said, "delegation", group);
        said = swap(said, "deputies", many);
        return swap(said, "deputy", one);
    }

    private static String swap(String text, String from, String to) {
        return text.replace(from, to).replace(capital(from), capital(to));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
