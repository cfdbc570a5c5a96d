package org.yicheng.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Texts by key, one bundle a language; placeholders are {@code {name}}. A bundle is a pair of UTF-8 property files
 * {@code words/<name>_zh.properties} and {@code words/<name>_en.properties}. A key that is missing in one language
 * is a bug and fails at loading.
 */
public final class Words {

    private final Map<String, String> zh = new HashMap<>();
    private final Map<String, String> en = new HashMap<>();

    private Words() {}

    private Map<String, String> texts(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** Loads the named bundles from the class path of {@code home}. */
    public static Words load(ClassLoader home, List<String> names) {
        Words words = new Words();
        for (String name : names) {
            Map<String, String> zh = read(home, "words/" + name + "_zh.properties");
            Map<String, String> en = read(home, "words/" + name + "_en.properties");
            sameKeys(name, zh.keySet(), en.keySet());
            words.zh.putAll(zh);
            words.en.putAll(en);
        }
        return words;
    }

    /**
     * The same texts in other words, e.g. 委员 for 代表.
     *
     * @param keys which texts are said differently
     * @param change what becomes of a text; placeholders {@code {name}} must stay
     */
    public Words reworded(Predicate<String> keys, BiFunction<Language, String, String> change) {
        Words words = new Words();
        for (Language language : Language.values()) {
            texts(language)
                    .forEach((key, text) ->
                            words.texts(language).put(key, keys.test(key) ? change.apply(language, text) : text));
        }
        return words;
    }

    /** The text of a key with its placeholders filled by alternating names and values. */
    public String say(Language language, String key, Object... facts) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], facts[i + 1]);
        }
        return say(language, key, map);
    }

    /** The text of a key with its placeholders filled. */
    public String say(Language language, String key, Map<String, Object> facts) {
        String pattern = texts(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for key " + key + " in " + language.tag());
        }
        return facts.isEmpty() ? pattern : fill(pattern, facts, language);
    }

    /** What a refusal says, with its ground at the end. */
    public String say(Language language, Refusal refusal) {
        Map<String, Object> facts = new HashMap<>(refusal.facts());
        refusal.field().ifPresent(field -> facts.putIfAbsent("field", field));
        String sentence = say(language, refusal.code(), facts);
        return refusal.ground()
                .map(ground -> language == Language.ZH
                        ? sentence + "（依据：" + ground.zh() + "）"
                        : sentence + " (" + ground.en() + ")")
                .orElse(sentence);
    }

    /** What a phrase says; phrases inside it are said first. Its grounds are not part of the sentence. */
    public String say(Language language, Phrase phrase) {
        return say(language, phrase.key(), phrase.facts());
    }

    /** What a phrase says, in both languages. */
    public Bilingual both(Phrase phrase) {
        return new Bilingual(say(Language.ZH, phrase), say(Language.EN, phrase));
    }

    /** Is there a text with this key? */
    public boolean has(String key) {
        return zh.containsKey(key);
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return Set.copyOf(zh.keySet());
    }

    private String fill(String pattern, Map<String, Object> facts, Language language) {
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            Object value = facts.get(pattern.substring(open + 1, close));
            text.append(pattern, at, open)
                    .append(value == null ? pattern.substring(open, close + 1) : show(value, language));
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private String show(Object value, Language language) {
        return switch (value) {
            case Citation citation -> language == Language.ZH ? citation.zh() : citation.en();
            case Bilingual both -> both.in(language);
            case Phrase phrase -> say(language, phrase);
            case List<?> list -> {
                List<String> shown = new ArrayList<>();
                for (Object item : list) {
                    shown.add(show(item, language));
                }
                yield String.join(language == Language.ZH ? "、" : ", ", shown);
            }
            default -> value.toString();
        };
    }

    private static void sameKeys(String name, Set<String> zh, Set<String> en) {
        if (!zh.equals(en)) {
            Set<String> onlyZh = new TreeSet<>(zh);
            onlyZh.removeAll(en);
            Set<String> onlyEn = new TreeSet<>(en);
            onlyEn.removeAll(zh);
            throw new IllegalStateException("bundle " + name + " differs: only zh " + onlyZh + ", only en " + onlyEn);
        }
    }

    private static Map<String, String> read(ClassLoader home, String path) {
        try (InputStream in = home.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no words at " + path);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> map = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
