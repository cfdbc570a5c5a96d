package org.yicheng.congress.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionDrafts;
import org.yicheng.congress.SessionDrafts.Check;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Creating a session takes one page: everything is asked there, looked at once, then made whole. */
@Controller
@Needs(Permission.SESSION_MOVE)
public class DraftPages {

    private final SessionDrafts drafts;
    private final SessionKinds kinds;
    private final Sessions sessions;
    private final Bodies bodies;
    private final Pages pages;

    DraftPages(SessionDrafts drafts, SessionKinds kinds, Sessions sessions, Bodies bodies, Pages pages) {
        this.drafts = drafts;
        this.kinds = kinds;
        this.sessions = sessions;
        this.bodies = bodies;
        this.pages = pages;
    }

    /**
     * The form.
     *
     * @param bodies that are there already and in which the caller may call sessions
     * @param earlier sessions that can be copied from
     */
    public record FormView(
            DraftForm form,
            List<SessionKind> kinds,
            List<Body> bodies,
            List<Session> earlier,
            List<String> columns,
            List<Refusal> reasons) {}

    /** What would be made. */
    public record CheckView(DraftForm form, Check check) {}

    @GetMapping("/sessions/new")
    View form(@RequestParam(defaultValue = "") String like, @RequestParam(defaultValue = "") String kind) {
        DraftForm form = drafts.like(like)
                .filter(draft -> draft.body().filter(this::mine).isPresent())
                .map(DraftForm::of)
                .orElseGet(() -> DraftForm.of(Map.of("kind", kind, "number", "1")));
        return show(form, List.of());
    }

    /** A committee's meetings are convened from its own page. */
    private List<SessionKind> offered() {
        return kinds.all().stream().filter(kind -> !kind.committee()).toList();
    }

    private boolean mine(String body) {
        return Caller.current().mayIn(body, Permission.SESSION_MOVE);
    }

    private View show(DraftForm form, List<Refusal> reasons) {
        List<Session> earlier = sessions.all().stream()
                .filter(session -> mine(session.body()))
                .filter(session -> !kinds.of(session).committee())
                .toList();
        List<Body> known = earlier.stream()
                .map(Session::body)
                .distinct()
                .flatMap(body -> bodies.byId(body).stream())
                .toList();
        return pages.show(
                "congress/draft",
                new FormView(form, offered(), known, earlier, SessionDrafts.COLUMNS, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/sessions/new/check")
    View check(
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        DraftForm form = holding(DraftForm.of(sent), file);
        List<Refusal> reasons = new ArrayList<>(form.faults());
        if (!reasons.isEmpty()) {
            return show(form, reasons);
        }
        return switch (drafts.check(form.draft(), kept(form))) {
            case Ruling.Refused<Check>(List<Refusal> against) -> show(form, against);
            case Ruling.Granted<Check>(Check check) -> pages.show("congress/draftcheck", new CheckView(form, check));
        };
    }

    /** A file that was sent is kept with the form, so that a refused form does not ask for it again. */
    private DraftForm holding(DraftForm form, @Nullable MultipartFile file) throws IOException {
        if (file != null && !file.isEmpty()) {
            return form.with("kept", drafts.keep(file.getBytes()).toString()).with("fileName", name(file));
        }
        return kept(form).isPresent() ? form : form.with("kept", "").with("fileName", "");
    }

    private static String name(@Nullable MultipartFile file) {
        return file == null
                ? ""
                : Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    private Optional<byte[]> kept(DraftForm form) {
        try {
            return form.get("kept").isEmpty() ? Optional.empty() : drafts.kept(UUID.fromString(form.get("kept")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/sessions/new")
    Object create(@RequestParam Map<String, String> sent) {
        DraftForm form = DraftForm.of(sent);
        List<Refusal> reasons = new ArrayList<>(form.faults());
        if (!reasons.isEmpty() || sent.containsKey("change")) {
            return show(form, reasons);
        }
        return switch (drafts.create(form.draft(), kept(form))) {
            case Ruling.Refused<Session>(List<Refusal> against) -> show(form, against);
            case Ruling.Granted<Session>(Session session) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/sessions/" + session.id())
                        .build();
        };
    }
}
