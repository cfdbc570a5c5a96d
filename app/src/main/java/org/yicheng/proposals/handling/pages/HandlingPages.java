package org.yicheng.proposals.handling.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Screenings;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Stage;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** One suggestion or proposal being handled, as each who takes part sees it, with what that one can do now. */
@Controller
@Needs(Permission.MATTER_HANDLE)
public class HandlingPages {

    private final Handlings handlings;
    private final HandlingScope scope;
    private final Organs organs;
    private final Deadlines deadlines;
    private final Procedures procedures;
    private final Catalogue catalogue;
    private final Screenings screenings;
    private final Clock clock;
    private final Pages pages;

    HandlingPages(
            Handlings handlings,
            HandlingScope scope,
            Organs organs,
            Deadlines deadlines,
            Procedures procedures,
            Catalogue catalogue,
            Screenings screenings,
            Clock clock,
            Pages pages) {
        this.handlings = handlings;
        this.scope = scope;
        this.organs = organs;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.catalogue = catalogue;
        this.screenings = screenings;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param own the organs for which the caller works and that take part
     * @param organs to assign it to
     * @param route organs that the machine proposes, with the duty that fits
     * @param inadmissible reasons of the place's lists for not admitting it
     * @param typed what was typed, kept when it was refused
     */
    public record OneView(
            Handling handling,
            Procedure procedure,
            List<Deadline> limits,
            List<Organ> own,
            boolean office,
            boolean author,
            boolean named,
            List<Organ> organs,
            List<Catalogue.Proposed> route,
            ReplyScheme scheme,
            List<String> asked,
            List<Handling> group,
            LocalDate today,
            List<Inadmissible> inadmissible,
            Map<String, String> typed,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return handling.filing().body();
        }

        /** The words of a proposal where they differ from those of a suggestion. */
        public String key(String words) {
            return handling.ofProposal() ? words + "-PROPOSAL" : words;
        }

        public String state() {
            return handling.matter().state();
        }

        public boolean in(String... states) {
            return List.of(states).contains(state());
        }

        public Bilingual stateName() {
            return procedure.state(state()).orElseThrow().name();
        }

        public Bilingual limit(Deadline one) {
            return procedure.limit(one.limit()).orElseThrow().name();
        }

        /** Those that run; a right whose last day is over has lapsed and is nobody's delay. */
        public List<Deadline> running() {
            return limits.stream()
                    .filter(one -> one.ended().isEmpty())
                    .filter(one -> one.kind() == Procedure.LimitKind.DUTY
                            || one.left(today).map(days -> days >= 0).orElse(true))
                    .toList();
        }

        /** The reply on which an organ works. */
        public Optional<Reply> working(Organ organ) {
            boolean lead = handling.of(organ.id())
                    .filter(one -> one.mode() == Handling.Mode.LEAD)
                    .isPresent();
            return handling.current().stream()
                    .filter(reply -> lead || reply.organ().equals(organ.id()))
                    .findFirst();
        }

        public boolean answers(Organ organ) {
            return handling.of(organ.id()).filter(Handling.Assignment::answers).isPresent();
        }

        public boolean drafting(Organ organ) {
            return answers(organ)
                    && in(
                            "RECEIVED",
                            "IN_HANDLING",
                            "REPLY_DRAFT",
                            "REHANDLING",
                            "REPLY_DRAFT_AGAIN",
                            "REPLY_REVIEW",
                            "REPLY_REVIEW_AGAIN")
                    && working(organ).map(reply -> reply.stage() == Stage.DRAFT).orElse(true);
        }

        /** What was typed, else what the last version says. */
        public String answer(Organ organ, int point) {
            String key = "answer" + point;
            return typed.getOrDefault(
                    key,
                    working(organ)
                            .filter(reply -> point < reply.text().points().size())
                            .map(reply -> reply.text().points().get(point).answered())
                            .orElse(""));
        }

        public String of(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }

        public Bilingual day(LocalDate day) {
            return OfficialDate.dayWithWeekday(day);
        }
    }

    @GetMapping("/handling/{id}")
    View one(@PathVariable UUID id) {
        return one(scope.visible(id), Map.of(), List.of());
    }

    private View one(Handling handling, Map<String, String> typed, List<Refusal> reasons) {
        Caller caller = Caller.current();
        boolean office = HandlingScope.office(handling.filing());
        boolean assigning = office
                && (handling.matter().state().equals("ACCEPTED")
                        || handling.matter().state().equals("OBJECTED"));
        List<Organ> own = organs.ofCaller(Permission.MATTER_HANDLE).stream()
                .filter(organ -> organ.coordinates() || handling.of(organ.id()).isPresent())
                .toList();
        boolean author = handling.matter().parties().stream()
                .filter(party -> party.actor().equals("author"))
                .anyMatch(party -> caller.person()
                        .map(person -> Matter.Holder.person(person).equals(party.holder()))
                        .orElse(false));
        List<Handling> group = handling.group().stream()
                .flatMap(other -> handlings.byFiling(other).stream())
                .toList();
        OneView view = new OneView(
                handling,
                procedures.byId(handling.matter().procedure()).orElseThrow(),
                deadlines.of(handling.matter().id()),
                own,
                office,
                author,
                office
                        || scope.signer(handling.filing())
                        || !handlings.concealed(handling.filing().id()),
                assigning ? organs.list() : List.of(),
                assigning ? catalogue.route(handling.filing().title()).organs() : List.of(),
                handlings.schemes().stream()
                        .filter(one -> one.id()
                                .equals(handlings
                                        .setting(handling.filing().body())
                                        .scheme()))
                        .findFirst()
                        .orElseThrow(),
                handlings.asked(handling),
                group,
                LocalDate.now(clock),
                Inadmissible.of(screenings.place(handling.filing().body()).lists()),
                typed,
                reasons);
        return pages.show(
                "proposals/handling/one",
                view,
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private Object after(UUID id, Map<String, String> typed, Ruling<Handling> ruling) {
        return ruling instanceof Ruling.Refused<Handling>(List<Refusal> reasons)
                ? one(scope.visible(id), typed, reasons)
                : "redirect:/handling/" + id;
    }

    // ---------------------------------------------------------------- the office

    @PostMapping("/handling/{id}/screen")
    @Needs(Permission.MATTER_EXAMINE)
    Object screen(
            @PathVariable UUID id,
            @RequestParam Handling.Screening screening,
            @RequestParam(defaultValue = "") Optional<Inadmissible> inadmissible,
            @RequestParam(defaultValue = "") String reason) {
        scope.examined(id);
        Map<String, String> typed = Map.of(
                "reason",
                reason,
                "screening",
                screening.name(),
                "inadmissible",
                inadmissible.map(Enum::name).orElse(""));
        return after(id, typed, handlings.screen(id, screening, inadmissible, reason));
    }

    @PostMapping("/handling/{id}/assign")
    @Needs(Permission.MATTER_EXAMINE)
    Object assign(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        scope.examined(id);
        return after(id, form, handlings.assign(id, Forms.shares(form), form.getOrDefault("reason", "")));
    }

    /** What needs a reason and no more. */
    @PostMapping(
            "/handling/{id}/{act:refuse-objection|separate|no-feedback|rehandle|close|coordinated|refuse-extension}")
    @Needs(Permission.MATTER_EXAMINE)
    Object act(@PathVariable UUID id, @PathVariable String act, @RequestParam(defaultValue = "") String reason) {
        scope.examined(id);
        Ruling<Handling> ruling = switch (act) {
            case "refuse-objection" -> handlings.refuseObjection(id, reason);
            case "separate" -> handlings.separate(id, reason);
            case "no-feedback" -> handlings.noFeedback(id, reason);
            case "rehandle" -> handlings.rehandle(id, true, reason);
            case "close" -> handlings.rehandle(id, false, reason);
            case "coordinated" -> handlings.coordinated(id, reason);
            default -> handlings.decideExtension(id, Optional.empty(), reason);
        };
        return after(id, Map.of("reason", reason), ruling);
    }

    @PostMapping("/handling/{id}/extend")
    @Needs(Permission.MATTER_EXAMINE)
    Object extend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "6") int months,
            @RequestParam(defaultValue = "") String reason) {
        scope.examined(id);
        return after(id, Map.of("reason", reason), handlings.decideExtension(id, Forms.months(months), reason));
    }

    @PostMapping("/handling/{id}/merge")
    @Needs(Permission.MATTER_EXAMINE)
    Object merge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String reason) {
        Handling handling = scope.examined(id);
        Optional<UUID> other = Forms.numbered(handlings.ofBody(handling.filing().body()), lead);
        return other.isPresent()
                ? after(id, Map.of("reason", reason), handlings.merge(id, other.get(), reason))
                : one(
                        handling,
                        Map.of("reason", reason),
                        List.of(Refusal.at("lead", "proposals.handling.number-unknown", "value", lead)));
    }

    @PostMapping("/handling/{id}/key")
    @Needs(Permission.MATTER_EXAMINE)
    Object key(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String committee) {
        scope.examined(id);
        return after(id, Map.of("reason", reason, "committee", committee), handlings.key(id, reason, committee));
    }

    @PostMapping("/handling/{id}/supervise")
    @Needs(Permission.MATTER_EXAMINE)
    Object supervise(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        Handling handling = scope.examined(id);
        Optional<LocalDate> on = Forms.day(form.getOrDefault("on", ""));
        if (on.isEmpty()) {
            return one(handling, form, List.of(Refusal.at("on", "proposals.handling.no-day")));
        }
        Supervision how = new Supervision(on.get(), form.getOrDefault("person", ""), form.getOrDefault("text", ""));
        return after(id, form, handlings.supervise(id, how));
    }

    @PostMapping("/handling/{id}/judge-under-seal")
    @Needs(Permission.MATTER_EXAMINE)
    Object judgeUnderSeal(
            @PathVariable UUID id,
            @RequestParam Grade attitude,
            @RequestParam Grade result,
            @RequestParam(defaultValue = "") String reason) {
        scope.examined(id);
        return after(id, Map.of("reason", reason), handlings.judgeUnderSeal(id, attitude, result, reason));
    }

    @PostMapping("/handling/{id}/raise")
    @Needs(Permission.MATTER_EXAMINE)
    Object raise(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        scope.examined(id);
        return after(
                id,
                form,
                handlings.raise(
                        id,
                        form.getOrDefault("code", ""),
                        Forms.day(form.getOrDefault("promised", "")),
                        form.getOrDefault("evidence", "")));
    }

    // ---------------------------------------------------------------- the organs

    @PostMapping("/handling/{id}/receive")
    Object receive(@PathVariable UUID id, @RequestParam String organ) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return after(id, Map.of(), handlings.receive(id, organ));
    }

    /** What an organ says in words. */
    @PostMapping("/handling/{id}/{act:object|opinion|ask-extension}")
    Object say(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam String organ,
            @RequestParam(defaultValue = "") String text) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        Ruling<Handling> ruling = switch (act) {
            case "object" -> handlings.object(id, organ, text);
            case "opinion" -> handlings.opinion(id, organ, text);
            default -> handlings.askExtension(id, organ, text);
        };
        return after(id, Map.of("text", text), ruling);
    }

    @PostMapping("/handling/{id}/contact")
    Object contact(@PathVariable UUID id, @RequestParam String organ, @RequestParam Map<String, String> form) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        Optional<LocalDate> on = Forms.day(form.getOrDefault("on", ""));
        if (on.isEmpty()) {
            return one(scope.visible(id), form, List.of(Refusal.at("on", "proposals.handling.no-day")));
        }
        Spoken spoken = new Spoken(
                Forms.way(form.getOrDefault("way", "")),
                on.get(),
                form.getOrDefault("person", ""),
                form.containsKey("head"),
                form.getOrDefault("text", ""));
        return after(id, form, handlings.contact(id, organ, spoken));
    }

    @PostMapping("/handling/{id}/draft")
    Object draft(@PathVariable UUID id, @RequestParam String organ, @RequestParam Map<String, String> form) {
        Handling handling = scope.handled(id, organ, Permission.MATTER_HANDLE);
        List<Point> points = new ArrayList<>();
        List<String> asked = handlings.asked(handling);
        for (int i = 0; i < asked.size(); i++) {
            points.add(
                    new Point(asked.get(i), form.getOrDefault("answer" + i, "").strip()));
        }
        ReplyText text = new ReplyText(
                form.getOrDefault("number", ""),
                points,
                form.getOrDefault("code", ""),
                Forms.day(form.getOrDefault("promised", "")),
                form.getOrDefault("promise", ""),
                form.getOrDefault("contact", ""),
                !form.containsKey("closed"),
                form.getOrDefault("openReason", ""));
        return after(id, form, handlings.draft(id, organ, text));
    }

    @PostMapping("/handling/{id}/submit")
    Object submit(@PathVariable UUID id, @RequestParam String organ) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return after(id, Map.of(), handlings.submit(id, organ));
    }

    @PostMapping("/handling/{id}/review")
    Object review(
            @PathVariable UUID id,
            @RequestParam String organ,
            @RequestParam boolean passed,
            @RequestParam(defaultValue = "") String remark) {
        scope.handled(id, organ, Permission.MATTER_HANDLE);
        return after(id, Map.of("remark", remark), handlings.review(id, organ, passed, remark));
    }

    @PostMapping("/handling/promises/{id}")
    Object promise(
            @PathVariable UUID id,
            @RequestParam UUID filing,
            @RequestParam Promise how,
            @RequestParam(defaultValue = "") String evidence) {
        scope.visible(filing);
        return after(filing, Map.of("evidence", evidence), handlings.fulfil(id, how, evidence));
    }

    // ---------------------------------------------------------------- the author

    @PostMapping("/handling/{id}/judge")
    @Needs(Permission.MATTER_FILE)
    Object judge(
            @PathVariable UUID id,
            @RequestParam Grade attitude,
            @RequestParam Grade result,
            @RequestParam(defaultValue = "") String reason) {
        scope.visible(id);
        return after(id, Map.of("reason", reason), handlings.judge(id, attitude, result, reason));
    }
}
