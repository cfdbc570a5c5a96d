package org.yicheng.congress.pages;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;
import org.yicheng.web.Moments;

/**
 * What a decision's text begins with: the newest draft of that kind among the session's documents, the drafted schedule,
 * else the usual sentence with the numbers that are known.
 */
@Component
class DraftTexts {

    /** Which documents hold the draft of what is decided. */
    private static final Map<Decision, Document.Kind> KINDS = Map.of(
            Decision.AGENDA, Document.Kind.AGENDA,
            Decision.SCHEDULE, Document.Kind.SCHEDULE,
            Decision.ELECTION_METHOD, Document.Kind.ELECTION_METHOD);

    private final Documents documents;
    private final Schedules schedules;
    private final Sessions sessions;
    private final Words words;

    DraftTexts(Documents documents, Schedules schedules, Sessions sessions, Words words) {
        this.documents = documents;
        this.schedules = schedules;
        this.sessions = sessions;
        this.words = words;
    }

    /** @param from where the text comes from, to be said beside the field; empty for the usual sentence */
    public record Text(String text, Optional<Phrase> from) {}

    Map<Decision, Text> of(Session session, List<Decision> decisions) {
        Map<Decision, Text> texts = new HashMap<>();
        decisions.forEach(decision -> texts.put(decision, of(session, decision)));
        return texts;
    }

    Text of(Session session, Decision decision) {
        return document(session, decision)
                .or(() -> decision == Decision.SCHEDULE ? schedule(session) : Optional.empty())
                .orElseGet(() -> new Text(usual(session, decision), Optional.empty()));
    }

    private Optional<Text> document(Session session, Decision decision) {
        return Optional.ofNullable(KINDS.get(decision)).stream()
                .flatMap(kind -> documents
                        .find(new Documents.Filter(session.body(), session.subject(), kind.name(), "", ""), 0, 10)
                        .rows()
                        .stream())
                .map(Documents.Held::newest)
                .filter(version -> !version.text().isBlank())
                .findFirst()
                .map(version -> new Text(
                        version.text().strip(),
                        Optional.of(Phrase.of("congress.draft-text", "title", version.title()))));
    }

    private Optional<Text> schedule(Session session) {
        List<Schedules.Item> items = schedules.of(session.id());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = PlatformClock.SHANGHAI;
        Moments time = new Moments(zone, Language.ZH);
        StringBuilder text = new StringBuilder();
        String day = "";
        for (Schedules.Item item : items) {
            String own = OfficialDate.day(item.at().atZone(zone).toLocalDate()).zh();
            if (!own.equals(day)) {
                text.append(own).append('\n');
                day = own;
            }
            text.append(time.minute(item.at()))
                    .append(item.until().map(until -> "—" + time.minute(until)).orElse(""))
                    .append('　')
                    .append(item.title().zh())
                    .append(item.room().isEmpty() ? "" : "（" + item.room() + "）")
                    .append('\n');
        }
        return Optional.of(new Text(text.toString().strip(), Optional.of(Phrase.of("congress.ask-from-schedule"))));
    }

    /** The text as it is usual, where the numbers are known already. */
    private String usual(Session session, Decision decision) {
        String key = "congress.text-" + decision;
        Map<String, Object> facts = Map.of(
                "presidium", sessions.seats(session.id(), Office.PRESIDIUM).size(),
                "chairs", sessions.seats(session.id(), Office.STANDING_CHAIR).size(),
                "deputies",
                        sessions.seats(session.id(), Office.DEPUTY_SECRETARY_GENERAL)
                                .size());
        return words.has(key) ? words.say(Language.ZH, key, facts) : "";
    }
}
