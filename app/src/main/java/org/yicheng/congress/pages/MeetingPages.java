package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.Sessions.Wording;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import org.yicheng.web.Pages;

/** Setting up a meeting of a session: when, and what it has to decide. */
@Controller
public class MeetingPages {

    private final Sessions sessions;
    private final Sittings sittings;
    private final SessionKinds kinds;
    private final DraftTexts drafts;
    private final SessionScope scope;
    private final Pages pages;
    private final Words words;
    private final Clock clock;

    MeetingPages(
            Sessions sessions,
            Sittings sittings,
            SessionKinds kinds,
            DraftTexts drafts,
            SessionScope scope,
            Pages pages,
            Words words,
            Clock clock) {
        this.kinds = kinds;
        this.sessions = sessions;
        this.sittings = sittings;
        this.drafts = drafts;
        this.scope = scope;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    /** Which meeting is set up; in addresses in small letters. */
    public enum Meeting {
        PRELIMINARY,
        PRESIDIUM,
        PLENARY;

        static Meeting of(String word) {
            return Arrays.stream(values())
                    .filter(meeting -> meeting.path().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedException(Refusal.at("meeting", "congress.meeting-unknown", "value", word)));
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The form.
     *
     * @param texts what is put, by decision; from the form when it was refused
     * @param begun what the texts begin with, and where that comes from
     * @param chosen what is ticked
     * @param lists offices that must be filled before, with how many are proposed
     */
    public record MeetingView(
            Session session,
            Meeting meeting,
            String plannedAt,
            String deadline,
            int number,
            SessionKind kind,
            List<Decision> open,
            Map<Decision, String> texts,
            Map<Decision, DraftTexts.Text> begun,
            Set<Decision> chosen,
            Map<Office, Integer> lists,
            List<Refusal> reasons)
            implements OfSession {

        /** Where the text was taken from, if from a draft. */
        public Optional<Phrase> from(Decision decision) {
            return Optional.ofNullable(begun.get(decision)).flatMap(DraftTexts.Text::from);
        }

        public String text(Decision decision) {
            return texts.getOrDefault(decision, "");
        }
    }

    @GetMapping("/sessions/{id}/meetings/{meeting}")
    @Needs(Permission.SITTING_PREPARE)
    View form(@PathVariable String id, @PathVariable String meeting) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        Meeting which = Meeting.of(meeting);
        return form(session, which, Map.of(), List.of());
    }

    private View form(Session session, Meeting which, Map<String, String> typed, List<Refusal> reasons) {
        List<Decision> open = open(session, which);
        Map<Decision, DraftTexts.Text> begun = drafts.of(session, open);
        Map<Decision, String> texts = new HashMap<>();
        begun.forEach((decision, text) -> texts.put(decision, typed.getOrDefault("text-" + decision, text.text())));
        Set<Decision> chosen = open.stream()
                .filter(decision -> typed.isEmpty() || typed.containsKey("ask-" + decision))
                .collect(Collectors.toSet());
        Map<Office, Integer> lists = new java.util.EnumMap<>(Office.class);
        if (which == Meeting.PRESIDIUM) {
            for (Office office :
                    List.of(Office.STANDING_CHAIR, Office.EXECUTIVE_CHAIR, Office.DEPUTY_SECRETARY_GENERAL)) {
                lists.put(office, sessions.seats(session.id(), office).size());
            }
        }
        MeetingView view = new MeetingView(
                session,
                which,
                typed.getOrDefault("plannedAt", proposed(session, which)),
                typed.getOrDefault(
                        "deadline", session.proposedDeadline().map(this::local).orElse("")),
                plenaries(session) + 1,
                kinds.of(session),
                open,
                texts,
                begun,
                chosen,
                lists,
                reasons);
        return pages.show("congress/meeting", view, reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    /** What this meeting can still decide. */
    private List<Decision> open(Session session, Meeting which) {
        if (which == Meeting.PLENARY) {
            return List.of();
        }
        Decision.Sitting sitting =
                which == Meeting.PRELIMINARY ? Decision.Sitting.PRELIMINARY : Decision.Sitting.PRESIDIUM;
        Set<Decision> made = sessions.decided(session.id()).stream()
                .filter(decided ->
                        decided.result().equals("ADOPTED") || decided.result().equals("NOTED"))
                .map(Sessions.Decided::what)
                .collect(Collectors.toSet());
        return kinds.of(session).decisions(sitting).stream()
                .filter(decision -> !made.contains(decision))
                .toList();
    }

    private String proposed(Session session, Meeting which) {
        return switch (which) {
            case PLENARY ->
                session.opening()
                        .plusDays(plenaries(session))
                        .atTime(LocalTime.of(9, 0))
                        .toString();
            case PRELIMINARY, PRESIDIUM ->
                LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                        .plusHours(1)
                        .withMinute(0)
                        .withSecond(0)
                        .withNano(0)
                        .toString();
        };
    }

    private int plenaries(Session session) {
        return sittings.ofSubject(session.subject()).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PLENARY)
                .mapToInt(Sitting::number)
                .max()
                .orElse(0);
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone()).toString();
    }

    @PostMapping("/sessions/{id}/meetings/{meeting}")
    @Needs(Permission.SITTING_PREPARE)
    Object setUp(@PathVariable String id, @PathVariable String meeting, @RequestParam Map<String, String> typed) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        Meeting which = Meeting.of(meeting);
        List<Refusal> reasons = new ArrayList<>();
        Optional<Instant> plannedAt = instant("plannedAt", typed, reasons);
        Optional<Instant> deadline =
                typed.getOrDefault("deadline", "").isBlank() ? Optional.empty() : instant("deadline", typed, reasons);
        if (!reasons.isEmpty()) {
            return form(session, which, typed, reasons);
        }
        if (deadline.isPresent()
                && sessions.proposeDeadline(id, deadline.get()) instanceof Ruling.Refused<Session> refused) {
            return form(session, which, typed, refused.reasons());
        }
        List<Wording> wordings = open(session, which).stream()
                .filter(decision -> typed.containsKey("ask-" + decision))
                .map(decision -> new Wording(
                        decision,
                        title(session, decision),
                        typed.getOrDefault("text-" + decision, "").strip()))
                .toList();
        Ruling<Sitting> prepared = switch (which) {
            case PRELIMINARY -> sessions.preparePreliminary(id, plannedAt.orElseThrow(), wordings);
            case PRESIDIUM -> sessions.preparePresidium(id, plannedAt.orElseThrow(), wordings);
            case PLENARY -> sessions.preparePlenary(id, plenaries(session) + 1, plannedAt.orElseThrow());
        };
        return switch (prepared) {
            case Ruling.Refused<Sitting> refused -> form(session, which, typed, refused.reasons());
            case Ruling.Granted<Sitting> granted ->
                DeskPages.seeOther("/sittings/" + granted.value().id() + "/prepare");
        };
    }

    Bilingual title(Session session, Decision decision) {
        String key = "congress.title-" + decision;
        return new Bilingual(
                words.say(Language.ZH, key, "session", session.shortName()),
                words.say(Language.EN, key, "session", session.shortName()));
    }

    private Optional<Instant> instant(String field, Map<String, String> typed, List<Refusal> reasons) {
        String text = typed.getOrDefault(field, "");
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(clock.getZone()).toInstant());
        } catch (DateTimeParseException e) {
            reasons.add(Refusal.at(field, "congress.time-unknown", "value", text));
            return Optional.empty();
        }
    }
}
