package org.yicheng.congress.deliberation.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Notes.Typed;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** One meeting of a delegation or group: sign-in, the choice of its heads, the notes typed while people speak. */
@Controller
public class NotePages {

    private static final String MEETING = "/sessions/{session}/delegations/{key}/meetings/{number}";

    private final Delegations delegations;
    private final Notes notes;
    private final Drafts drafts;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Places places;
    private final MeetingSheets sheets;
    private final Pages pages;

    NotePages(
            Delegations delegations,
            Notes notes,
            Drafts drafts,
            Sittings sittings,
            Bodies bodies,
            Places places,
            MeetingSheets sheets,
            Pages pages) {
        this.sheets = sheets;
        this.delegations = delegations;
        this.notes = notes;
        this.drafts = drafts;
        this.sittings = sittings;
        this.bodies = bodies;
        this.places = places;
        this.pages = pages;
    }

    /**
     * A meeting as its page shows it.
     *
     * @param present numbers of those signed in
     * @param may what the caller may do here
     * @param typed what was typed, kept when it was refused
     */
    public record MeetingView(
            Session session,
            Delegation delegation,
            Sitting sitting,
            Roll roll,
            Set<String> present,
            List<Note> notes,
            Optional<Notes.Handing> handing,
            List<Drafts.Draft> drafts,
            Set<Permission> may,
            boolean readable,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/delegations/" + delegation.key() + "/meetings/" + sitting.number();
        }

        public boolean may(Permission permission) {
            return may.contains(permission);
        }

        /** Whether notes can be typed now. */
        public boolean open() {
            return sitting.openedAt().isPresent() && handing.isEmpty();
        }

        public boolean takesSignIns() {
            return switch (sitting.state()) {
                case SIGN_IN, OPEN, PAUSED -> true;
                default -> false;
            };
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping(MEETING)
    @Needs(Permission.DELEGATION_READ)
    View meeting(@PathVariable("session") String id, @PathVariable String key, @PathVariable int number) {
        return show(places.meeting(id, key, number, Permission.DELEGATION_READ), Map.of(), List.of());
    }

    private View show(Places.Meeting meeting, Map<String, String> typed, List<Refusal> reasons) {
        Sitting sitting = sittings.byId(meeting.sitting().id()).orElseThrow();
        Roll roll = sitting.closedAt()
                .map(at -> sittings.roll(sitting.id(), at))
                .orElseGet(() -> sittings.roll(sitting.id()));
        boolean readable = places.readable(meeting);
        Set<Permission> may = java.util.EnumSet.noneOf(Permission.class);
        for (Permission permission : List.of(
                Permission.SITTING_MOVE, Permission.SIGN_IN_MANUAL, Permission.NOTES_TAKE, Permission.NOTES_HAND)) {
            if (places.may(meeting.session(), meeting.delegation(), permission)) {
                may.add(permission);
            }
        }
        MeetingView view = new MeetingView(
                meeting.session(),
                meeting.delegation(),
                sitting,
                roll,
                Set.copyOf(sittings.presentMembers(sitting.id(), roll.at())),
                readable ? notes.ofSitting(sitting.id()) : List.of(),
                notes.handing(sitting.id()),
                drafts.choices(meeting.session().id()),
                may,
                readable,
                typed,
                reasons);
        int status = reasons.isEmpty()
                ? 200
                : reasons.getFirst().code().endsWith("stale")
                        ? HttpStatus.PRECONDITION_FAILED.value()
                        : HttpStatus.CONFLICT.value();
        return pages.show("congress/deliberation/meeting", view, status);
    }

    private Object answer(Places.Meeting meeting, Ruling<?> ruling, Map<String, String> typed) {
        return switch (ruling) {
            case Ruling.Refused<?> refused -> show(meeting, typed, refused.reasons());
            case Ruling.Granted<?> _ -> DelegationPages.seeOther(meeting.path());
        };
    }

    @PostMapping(MEETING + "/moves/{move:sign-in|open|pause|resume|close}")
    @Needs(Permission.SITTING_MOVE)
    Object move(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable String move) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.SITTING_MOVE);
        String sitting = meeting.sitting().id();
        Ruling<Sitting> ruling = switch (move) {
            case "sign-in" -> delegations.openSignIn(id, sitting);
            case "open" -> sittings.open(sitting);
            case "pause" -> sittings.pause(sitting);
            case "resume" -> sittings.resume(sitting);
            default -> sittings.close(sitting);
        };
        return answer(meeting, ruling, Map.of());
    }

    @PostMapping(MEETING + "/presiding")
    @Needs(Permission.SITTING_MOVE)
    Object presiding(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String presiding) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.SITTING_MOVE);
        return answer(meeting, sittings.namePresiding(meeting.sitting().id(), presiding.strip()), Map.of());
    }

    /** Several members at once, as the note-taker ticks them; or one on leave. */
    @PostMapping(MEETING + "/present")
    @Needs(Permission.SIGN_IN_MANUAL)
    Object present(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") List<String> members) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.SIGN_IN_MANUAL);
        Map<String, Member> own = new HashMap<>();
        meeting.delegation().members().forEach(member -> own.put(member.number(), member));
        Map<UUID, String> cards = bodies.activeCards(meeting.delegation().body());
        List<Refusal> reasons = new java.util.ArrayList<>();
        for (String ticked : members.stream().distinct().limit(1_000).toList()) {
            Optional<String> card =
                    Optional.ofNullable(own.get(ticked)).flatMap(one -> Optional.ofNullable(cards.get(one.person())));
            if (card.isEmpty()) {
                reasons.add(Refusal.at("members", "congress.no-active-card", "value", ticked));
                continue;
            }
            SignInReceipt receipt =
                    sittings.signInByHand(meeting.sitting().id(), card.get(), SignInEvent.Direction.IN, "代表团会议点名");
            receipt.refusal().ifPresent(reasons::add);
        }
        return reasons.isEmpty() ? DelegationPages.seeOther(meeting.path()) : show(meeting, Map.of(), reasons);
    }

    @PostMapping(MEETING + "/leave")
    @Needs(Permission.SIGN_IN_MANUAL)
    Object leave(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String reason) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.SIGN_IN_MANUAL);
        Ruling<Member> ruling = reason.isBlank()
                ? Ruling.refused(Refusal.at("reason", "congress.reason-missing"))
                : sittings.grantLeave(meeting.sitting().id(), member.strip(), reason.strip());
        return answer(meeting, ruling, Map.of("member", member, "reason", reason));
    }

    @PostMapping(MEETING + "/choice")
    @Needs(Permission.SITTING_MOVE)
    Object choose(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "HEAD") Delegations.Post post,
            @RequestParam(defaultValue = "") String members,
            @RequestParam(defaultValue = "0") int approvals) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.SITTING_MOVE);
        Ruling<Delegation> ruling = delegations.choose(
                id, meeting.sitting().id(), new Delegations.Choice(post, DelegationPages.words(members), approvals));
        return answer(meeting, ruling, Map.of("post", post.name(), "chosen", members, "approvals", "" + approvals));
    }

    @PostMapping(MEETING + "/notes")
    @Needs(Permission.NOTES_TAKE)
    Object save(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam Map<String, String> typed) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.NOTES_TAKE);
        return answer(meeting, notes.save(meeting.sitting().id(), read(typed)), typed);
    }

    /** A form as it came; what cannot be read as a number or a kind is refused as such by the rules that follow. */
    static Typed read(Map<String, String> typed) {
        String kind = typed.getOrDefault("kind", "");
        return new Typed(
                Places.uuid(typed.getOrDefault("id", "")).orElseGet(UUID::randomUUID),
                number(typed.getOrDefault("version", "")).orElse(0),
                typed.getOrDefault("speaker", ""),
                typed.getOrDefault("guest", ""),
                typed.getOrDefault("item", ""),
                typed.getOrDefault("topic", ""),
                number(typed.getOrDefault("paragraph", "")),
                java.util.Arrays.stream(Notes.Kind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(Notes.Kind.OPINION),
                typed.getOrDefault("words", ""),
                typed.getOrDefault("wording", ""));
    }

    private static Optional<Integer> number(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.of(-1);
        }
    }

    @PostMapping(MEETING + "/hand")
    @Needs(Permission.NOTES_HAND)
    Object hand(@PathVariable("session") String id, @PathVariable String key, @PathVariable int number) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.NOTES_HAND);
        return answer(meeting, notes.hand(meeting.sitting().id()), Map.of());
    }

    @GetMapping(MEETING + "/record.{format:pdf|docx}")
    @Needs(Permission.DELEGATION_READ)
    org.springframework.http.ResponseEntity<byte[]> record(
            @PathVariable("session") String id,
            @PathVariable String key,
            @PathVariable int number,
            @PathVariable String format) {
        Places.Meeting meeting = places.meeting(id, key, number, Permission.DELEGATION_READ);
        if (!places.readable(meeting)) {
            throw Places.refused(
                    Permission.DELEGATION_READ, meeting.delegation().body());
        }
        return sheets.record(meeting, org.yicheng.document.Output.of(format)).answer();
    }
}
