package org.yicheng.congress.pages;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.SessionLimits;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.document.Sheets;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;
import org.yicheng.web.Confirmation;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;
import org.yicheng.web.Shell;

/** The secretariat's desk: where a session stands, who has come, what can be done now. */
@Controller
public class DeskPages {

    private static final int LOG_LINES = 24;

    private final Sessions sessions;
    private final Sittings sittings;
    private final Bodies bodies;
    private final NextSteps steps;
    private final SessionKinds kinds;
    private final SessionLimits limits;
    private final SessionScope scope;
    private final Pages pages;
    private final Words words;
    private final Clock clock;

    DeskPages(
            Sessions sessions,
            Sittings sittings,
            Bodies bodies,
            NextSteps steps,
            SessionKinds kinds,
            SessionLimits limits,
            SessionScope scope,
            Pages pages,
            Words words,
            Live live,
            Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.bodies = bodies;
        this.steps = steps;
        this.kinds = kinds;
        this.limits = limits;
        this.scope = scope;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
        live.source("desk:", Permission.DESK_READ, this::parts);
    }

    @GetMapping("/sessions/{id}")
    @Needs(Permission.DESK_READ)
    View desk(@PathVariable String id) {
        Session session = scope.session(id, Permission.DESK_READ);
        List<Sitting> all = sittings.ofSubject(session.subject());
        Optional<Sitting> now = SessionNow.of(all);
        Optional<DeskRoll> roll = now.map(this::roll);
        return pages.show(
                "congress/desk",
                new DeskView(
                        session,
                        bodies.byId(session.body()).orElseThrow(),
                        all,
                        now,
                        roll,
                        sessions.entered(id),
                        steps.of(session, now, () -> roll.map(DeskRoll::roll), Caller.current()),
                        bodies.due(session.body(), clock.instant()),
                        sessions.reportedIn(id),
                        kinds.of(session),
                        limits.of(session)));
    }

    /** A sitting that is over shows the roll of its opening, as it was announced. */
    private DeskRoll roll(Sitting sitting) {
        Body body = bodies.byId(sitting.body()).orElseThrow();
        Roll roll = sitting.closedAt().isPresent() && sitting.openedAt().isPresent()
                ? sittings.roll(sitting.id(), sitting.openedAt().get())
                : sittings.roll(sitting.id());
        return new DeskRoll(
                sitting,
                body,
                roll,
                sittings.rollByGroup(sitting.id(), roll.at()),
                sittings.log(sitting.id(), LOG_LINES),
                body.demo());
    }

    /** What the live desk shows anew; a topic that names a session and not a sitting has no parts yet. */
    private Map<String, String> parts(String topic, Language language) {
        Optional<DeskRoll> roll =
                sittings.byId(topic.substring("desk:".length())).map(this::roll);
        Map<String, String> parts = new HashMap<>();
        roll.ifPresent(view -> {
            parts.put("roll", pages.fragment("congress/deskroll", view, language));
            parts.put("groups", pages.fragment("congress/deskgroups", view, language));
            parts.put("log", pages.fragment("congress/desklog", view, language));
            parts.put("state", pages.fragment("congress/deskstate", view, language));
        });
        return parts;
    }

    @GetMapping(path = "/sessions/{id}/sittings/{sitting}/groups.csv", produces = "text/csv")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> groups(@PathVariable String id, @PathVariable String sitting) {
        Sitting found = sitting(id, sitting, Permission.DESK_READ);
        List<List<String>> rows = new ArrayList<>();
        for (Roll.OfGroup group : roll(found).groups()) {
            rows.add(List.of(
                    group.group().name(),
                    "" + group.due(),
                    "" + group.present(),
                    "" + group.onLeave(),
                    "" + group.absent()));
        }
        List<String> header = List.of("group", "due", "present", "on-leave", "absent").stream()
                .map(key -> words.say(Language.ZH, "congress.column-" + key))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.id() + "-groups.csv\"")
                .body(Sheets.csv(header, rows));
    }

    private Sitting sitting(String session, String sitting, Permission permission) {
        String subject = scope.session(session, permission).subject();
        return sittings.byId(sitting)
                .filter(found -> found.subject().equals(subject))
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.sitting-elsewhere", "value", sitting)));
    }

    @GetMapping("/sessions/{id}/steps/{step}")
    @Needs(Permission.SESSION_MOVE)
    View confirm(@PathVariable String id, @PathVariable SessionStep step) {
        Session session = scope.session(id, Permission.SESSION_MOVE);
        return pages.show("congress/confirmstep", new ConfirmStep(session, step));
    }

    /** Asks once more before a step that cannot be taken back. */
    public record ConfirmStep(Session session, SessionStep step) implements OfSession {

        public Confirmation asked(Shell shell) {
            String path = "/sessions/" + session.id();
            return new Confirmation(
                    shell.say("congress.step-" + step),
                    shell.say("congress.consequence-" + step),
                    shell.say("congress.step-" + step),
                    path + "/steps/" + step,
                    Map.of(),
                    path);
        }
    }

    @PostMapping("/sessions/{id}/steps/{step}")
    @Needs(Permission.SESSION_MOVE)
    ResponseEntity<Void> step(@PathVariable String id, @PathVariable SessionStep step) {
        scope.session(id, Permission.SESSION_MOVE);
        sessions.take(id, step).orThrow();
        return seeOther("/sessions/" + id);
    }

    @PostMapping("/sessions/{id}/sittings/{sitting}/open-sign-in")
    @Needs(Permission.SITTING_MOVE)
    ResponseEntity<Void> openSignIn(@PathVariable String id, @PathVariable String sitting) {
        sittings.openSignIn(sitting(id, sitting, Permission.SITTING_MOVE).id()).orThrow();
        return seeOther("/sessions/" + id);
    }

    @PostMapping("/sessions/{id}/sittings/{sitting}/open")
    @Needs(Permission.SITTING_MOVE)
    ResponseEntity<Void> open(@PathVariable String id, @PathVariable String sitting) {
        sittings.open(sitting(id, sitting, Permission.SITTING_MOVE).id()).orThrow();
        return seeOther("/sessions/" + id);
    }

    @GetMapping("/sessions/{id}/sittings/{sitting}/postpone")
    @Needs(Permission.SITTING_MOVE)
    View postpone(@PathVariable String id, @PathVariable String sitting) {
        Sitting found = sitting(id, sitting, Permission.SITTING_MOVE);
        return pages.show(
                "congress/postpone",
                new PostponeView(
                        sessions.byId(id).orElseThrow(),
                        found,
                        sittings.roll(found.id()),
                        LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                                .plusDays(1)
                                .withSecond(0)
                                .withNano(0)));
    }

    /** The page that postpones an inquorate sitting. */
    public record PostponeView(Session session, Sitting sitting, Roll roll, LocalDateTime proposed)
            implements OfSession {}

    @PostMapping("/sessions/{id}/sittings/{sitting}/postpone")
    @Needs(Permission.SITTING_MOVE)
    ResponseEntity<Void> postpone(@PathVariable String id, @PathVariable String sitting, @RequestParam String to) {
        sittings.postpone(sitting(id, sitting, Permission.SITTING_MOVE).id(), instant("to", to))
                .orThrow();
        return seeOther("/sessions/" + id);
    }

    private Instant instant(String field, String text) {
        try {
            return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.at(field, "congress.time-unknown", "value", text));
        }
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
