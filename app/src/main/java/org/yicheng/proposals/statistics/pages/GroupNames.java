package org.yicheng.proposals.statistics.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.statistics.By;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** What the groups of a breakdown are called. */
@Component
public class GroupNames {

    private final Organs organs;
    private final Handlings handlings;
    private final Windows windows;
    private final Words words;
    private final Clock clock;

    GroupNames(Organs organs, Handlings handlings, Windows windows, Words words, Clock clock) {
        this.organs = organs;
        this.handlings = handlings;
        this.windows = windows;
        this.words = words;
        this.clock = clock;
    }

    /** Names for one page, looked up once. */
    Named of(String body) {
        Map<String, Bilingual> names = new HashMap<>();
        organs.list().forEach((Organ organ) -> names.put(organ.id(), organ.name()));
        String scheme = handlings.setting(body).scheme();
        Optional<ReplyScheme> classes = handlings.schemes().stream()
                .filter(one -> one.id().equals(scheme))
                .findFirst();
        return (by, key) -> key.isEmpty()
                ? say("none-" + by)
                : switch (by) {
                    case KIND -> both("proposals.kind-" + key);
                    case OUTCOME -> say("outcome-" + key);
                    case ORGAN -> names.getOrDefault(key, new Bilingual(key, key));
                    case CLASS ->
                        classes.flatMap(one -> one.byCode(key))
                                .map(one -> new Bilingual(
                                        key + "　" + one.name().zh(),
                                        key + " – " + one.name().en()))
                                .orElse(new Bilingual(key, key));
                    case SESSION -> session(key);
                    case YEAR -> new Bilingual(key + "年", key);
                    case MONTH ->
                        new Bilingual(key.substring(0, 4) + "年" + Integer.parseInt(key.substring(5)) + "月", key);
                    case GROUP -> new Bilingual(key, key);
                };
    }

    @FunctionalInterface
    public interface Named {
        Bilingual of(By by, String key);
    }

    private Bilingual say(String key, Object... facts) {
        return both("proposals.statistics." + key, facts);
    }

    private Bilingual both(String key, Object... facts) {
        return new Bilingual(words.say(Language.ZH, key, facts), words.say(Language.EN, key, facts));
    }

    /** By when it was convened; services do not know each other's sessions. */
    private Bilingual session(String subject) {
        Optional<LocalDate> convened = windows.of(subject, Window.MOTION)
                .map(window -> window.from().atZone(clock.getZone()).toLocalDate());
        if (subject.startsWith(Filings.beforeSessions(""))) {
            return say("before-sessions");
        }
        String id = subject.substring(subject.indexOf(':') + 1);
        return convened.map(day -> say("session-n", "year", day.getYear(), "month", day.getMonthValue()))
                .orElse(new Bilingual(id, id));
    }
}
