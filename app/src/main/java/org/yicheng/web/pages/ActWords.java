package org.yicheng.web.pages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yicheng.record.Act;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.web.Moments;

/**
 * An act in the reader's words. A verb reads {@code web.act-<verb>}, a fact's name {@code web.fact-<name>} ({@code
 * web.fact-<module>.<name>} where a module means something of its own), a named value {@code web.fact-<name>-<VALUE>} or the words its own module has for it; instants are dated on the platform's clock.
 */
record ActWords(Words words, Language language, Moments time) {

    /** What a module's bundle calls the values of a fact, by module and fact; those words stand on its pages too. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("assembly.mode", "assembly.mode-"),
            Map.entry("assembly.result", "assembly.result-"),
            Map.entry("assembly.secrecy", "assembly.secrecy-"),
            Map.entry("assembly.occasion", "assembly.occasion-"),
            Map.entry("assembly.preset", "assembly.preset-"),
            Map.entry("assembly.base", "assembly.base-"),
            Map.entry("debate.kind", "debate.kind-"),
            Map.entry("debate.state", "debate.amendment-is-"),
            Map.entry("debate.slide", "debate.slide-"),
            Map.entry("ledger.kind", "ledger.kind-"),
            Map.entry("ledger.unit", "ledger.unit-"),
            Map.entry("livelihood.kind", "livelihood.decided-"),
            Map.entry("library.kind", "library.kind-"),
            Map.entry("congress.from", "congress.state-"),
            Map.entry("congress.to", "congress.state-"),
            Map.entry("congress.office", "congress.office-"),
            Map.entry("congress.post", "congress.post-"),
            Map.entry("congress.kind", "congress.resigns-"),
            Map.entry("congress.result", "assembly.result-"),
            Map.entry("party.role", "web.role-"),
            Map.entry("party.kind", "web.kind-"));

    /** A name from the code: at least three capitals, e.g. {@code ELECTRONIC_UNRECORDED}. */
    private static final Pattern NAMED = Pattern.compile("[A-Z][A-Z_]{2,}");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final int LONGEST = 40;

    /** A fact as it is shown. */
    record Fact(String name, String value) {}

    String did(Act act) {
        return known("web.act-" + act.verb()).orElse(act.verb());
    }

    String role(Act act) {
        return known("web.role-" + act.role()).orElse(act.role());
    }

    List<Fact> facts(Act act) {
        return act.facts().entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(fact ->
                        new Fact(name(act.verb(), fact.getKey()), value(act.verb(), fact.getKey(), fact.getValue())))
                .toList();
    }

    private String name(String verb, String fact) {
        return known("web.fact-" + module(verb) + "." + fact)
                .or(() -> known("web.fact-" + fact))
                .orElse(fact);
    }

    private static String module(String verb) {
        return verb.substring(0, Math.max(0, verb.indexOf('.')));
    }

    private String value(String verb, String fact, String value) {
        return Optional.ofNullable(VALUES.get(module(verb) + "." + fact))
                .flatMap(start -> known(start + value))
                .or(() -> known("web.fact-" + fact + "-" + value))
                .or(() -> moment(value))
                .or(() -> length(value))
                .orElseGet(() -> shortened(value));
    }

    private Optional<String> known(String key) {
        return words.has(key) ? Optional.of(words.say(language, key)) : Optional.empty();
    }

    private Optional<String> moment(String value) {
        try {
            Instant at = Instant.parse(value);
            return Optional.of(time.fullDay(at) + " " + time.minute(at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> length(String value) {
        try {
            long minutes = Duration.parse(value).toMinutes();
            String unit = minutes % 1440 == 0 ? "days" : minutes % 60 == 0 ? "hours" : "minutes";
            long n = minutes % 1440 == 0 ? minutes / 1440 : minutes % 60 == 0 ? minutes / 60 : minutes;
            return Optional.of(words.say(language, "web.lasts-" + unit, "n", n));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String value) {
        if (DIGEST.matcher(value).matches()) {
            return value.substring(0, 12) + "…";
        }
        return value.codePointCount(0, value.length()) > LONGEST
                ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…"
                : value;
    }

    /** What stands in an act without words, by its key. */
    static List<String> missing(Words words, String verb, String role, Map<String, String> facts) {
        ActWords reader = new ActWords(words, Language.EN, new Moments(java.time.ZoneOffset.UTC, Language.EN));
        List<String> missing = new java.util.ArrayList<>();
        need(missing, words, "web.act-" + verb);
        need(missing, words, "web.role-" + role);
        facts.forEach((name, value) -> {
            need(missing, words, "web.fact-" + name);
            if (NAMED.matcher(value).matches()
                    && reader.value(verb, name, value).equals(value)) {
                missing.add("web.fact-" + name + "-" + value);
            }
        });
        return missing;
    }

    private static void need(List<String> missing, Words words, String key) {
        if (!words.has(key)) {
            missing.add(key);
        }
    }
}
