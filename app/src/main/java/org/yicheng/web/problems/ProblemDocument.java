package org.yicheng.web.problems;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** A problem as RFC 9457 {@code application/problem+json}, with every reason in both languages. */
@Component
class ProblemDocument {

    private final Words words;

    ProblemDocument(Words words) {
        this.words = words;
    }

    Map<String, Object> of(Problem problem, Language language, String path) {
        Map<String, Object> document = new LinkedHashMap<>();
        Refusal first = problem.reasons().getFirst();
        document.put("type", "urn:yicheng:problem:" + problem.code());
        document.put("title", title(problem, language));
        document.put("status", problem.status().value());
        document.put("detail", words.say(language, first));
        document.put("instance", path);
        document.put("code", problem.code());
        first.ground().ifPresent(ground -> document.put("rule", rule(ground)));
        if (!first.facts().isEmpty()) {
            document.put("facts", facts(first));
        }
        problem.incident().ifPresent(incident -> document.put("incident", incident));
        document.put("errors", problem.reasons().stream().map(this::error).toList());
        return document;
    }

    private String title(Problem problem, Language language) {
        return words.say(language, "web.problem-" + problem.status().value());
    }

    private Map<String, Object> error(Refusal reason) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", reason.code());
        reason.field().ifPresent(field -> error.put("field", field));
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            messages.put(language.tag(), words.say(language, reason));
        }
        error.put("messages", messages);
        reason.ground().ifPresent(ground -> error.put("rule", rule(ground)));
        if (!reason.facts().isEmpty()) {
            error.put("facts", facts(reason));
        }
        return error;
    }

    private static Map<String, Object> rule(Citation ground) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("instrument", ground.instrument().key());
        rule.put("provision", ground.provision());
        rule.put("zh-CN", ground.zh());
        rule.put("en", ground.en());
        return rule;
    }

    private Map<String, Object> facts(Refusal reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        reason.facts().forEach((name, value) -> facts.put(name, plain(value)));
        return facts;
    }

    private Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean flag -> flag;
            case Citation citation -> citation.key();
            case Phrase phrase -> worded(words.both(phrase), Optional.of(phrase.key()));
            case Bilingual both -> worded(both, Optional.empty());
            case Collection<?> many -> {
                List<Object> list = new java.util.ArrayList<>();
                many.forEach(each -> list.add(plain(each)));
                yield list;
            }
            default -> value.toString();
        };
    }

    /** Words in both languages; with the key of their text where the bundles hold it, for programs to decide by. */
    private static Map<String, Object> worded(Bilingual both, Optional<String> key) {
        Map<String, Object> worded = new LinkedHashMap<>();
        key.ifPresent(stable -> worded.put("key", stable));
        worded.put(Language.ZH.tag(), both.zh());
        worded.put(Language.EN.tag(), both.en());
        return worded;
    }
}
