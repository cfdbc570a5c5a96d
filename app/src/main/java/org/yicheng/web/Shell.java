package org.yicheng.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/**
 * What every page knows: language, reading mode, who is looking, where one can go, the time.
 *
 * @param mode {@code clerk}, {@code delegate} or {@code elder}
 * @param path the path of this page with its query, for links that come back
 * @param csrf the token for forms
 * @param navigation where this caller can go
 * @param banners lines above the page, as HTML already escaped (the demo uses them)
 * @param accounts English names of invented accounts
 * @param demo whether the platform shows the demo city
 */
public record Shell(
        Words words,
        Clock clock,
        Language language,
        String mode,
        String path,
        String csrf,
        Caller caller,
        List<Link> navigation,
        List<String> banners,
        Place place,
        Assets assets,
        AccountNames accounts,
        boolean demo) {

    /** The vendored script for lists that narrow as one types; see {@code web/scripts}. */
    public static final String HTMX = "vendor/htmx-2.0.11/htmx.min.js";

    /** A place to go to; {@code current} marks the page one is on. */
    public record Link(String href, String label, boolean current) {}

    /** What stands beside the wordmark. */
    public record Place(Bilingual name, Bilingual detail) {}

    /** Turns {@code yicheng.css} into an address that changes with the file. */
    @FunctionalInterface
    public interface Assets {
        String href(String name);
    }

    /** The same shell with other texts: a body's own words. */
    public Shell speaking(Words other) {
        return new Shell(
                other, clock, language, mode, path, csrf, caller, navigation, banners, place, assets, accounts, demo);
    }

    /** What an account is called on this page: the stored name, on English pages its English one where it has one. */
    public String accountName(UUID account, String stored) {
        return zh() ? stored : accounts.of(account).map(this::say).orElse(stored);
    }

    /** What the caller is called on this page. */
    public String callerName() {
        return caller.account().map(id -> accountName(id, caller.name())).orElse(caller.name());
    }

    public String asset(String name) {
        return assets.href(name);
    }

    /** The text of a key; placeholders as alternating names and values. */
    public String say(String key, Object... facts) {
        return words.say(language, key, facts);
    }

    public String say(String key, Map<String, Object> facts) {
        return words.say(language, key, facts);
    }

    /**
     * The language of a text that stands in an element which cannot hold another: an option, a text area, a word in a
     * picture. Null where it is the page's own.
     */
    public @Nullable String langOf(String text) {
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        return !zh() && chinese ? Language.ZH.tag() : null;
    }

    public String say(Bilingual both) {
        return both.in(language);
    }

    public String say(Refusal refusal) {
        return words.say(language, refusal);
    }

    /**
     * What a refusal says without its ground, the field by the name that stands beside it: key {@code field.<name>} of
     * any bundle, else that of its last part (one of several forms on a page is named before it), else the name itself.
     */
    public String told(Refusal refusal) {
        Map<String, Object> facts = new HashMap<>(refusal.facts());
        refusal.field().ifPresent(field -> facts.put("field", named(field)));
        return words.say(language, refusal.code(), facts);
    }

    private String named(String field) {
        return Stream.of(field, field.substring(field.lastIndexOf('.') + 1))
                .map(name -> "field." + name)
                .filter(words::has)
                .findFirst()
                .map(key -> words.say(language, key))
                .orElse(field);
    }

    public String say(Citation citation) {
        return language == Language.ZH ? citation.zh() : citation.en();
    }

    public boolean zh() {
        return language == Language.ZH;
    }

    public boolean elder() {
        return mode.equals("elder");
    }

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    /** Thousands with a comma from four digits up: 1,234. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Dates and times as this page writes them, in the platform's zone. */
    public Moments time() {
        return new Moments(clock.getZone(), language);
    }

    /** 2024年1月26日　星期五　15:00. */
    public String dateline() {
        LocalDateTime now = LocalDateTime.now(clock);
        Locale locale = language.locale();
        String day = now.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        String time = "%02d:%02d".formatted(now.getHour(), now.getMinute());
        return zh()
                ? "%d年%d月%d日　%s　%s".formatted(now.getYear(), now.getMonthValue(), now.getDayOfMonth(), day, time)
                : "%s %d %s %d, %s"
                        .formatted(
                                day,
                                now.getDayOfMonth(),
                                now.getMonth().getDisplayName(TextStyle.FULL, locale),
                                now.getYear(),
                                time);
    }
}
