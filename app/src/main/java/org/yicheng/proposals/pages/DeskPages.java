package org.yicheng.proposals.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Screenings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;
import org.yicheng.web.Worded;

/** The secretariat's desk: what was received, item after item to its decision; the report to the presidium. */
@Controller("proposalsDeskPages")
public class DeskPages {

    private final Filings filings;
    private final Proposals proposals;
    private final Screenings screenings;
    private final FilingScope scope;
    private final FilingSheet sheet;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Windows windows;
    private final Catalogue catalogue;
    private final Pages pages;

    DeskPages(
            Filings filings,
            Proposals proposals,
            Screenings screenings,
            FilingScope scope,
            FilingSheet sheet,
            Bodies bodies,
            Sittings sittings,
            Windows windows,
            Catalogue catalogue,
            Pages pages) {
        this.filings = filings;
        this.proposals = proposals;
        this.screenings = screenings;
        this.scope = scope;
        this.sheet = sheet;
        this.bodies = bodies;
        this.sittings = sittings;
        this.windows = windows;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /**
     * The item to be decided now.
     *
     * @param proposed what the rules propose, of a motion
     * @param alike received before about much the same, as the machine proposes
     * @param organs to which it would go, as the machine proposes
     * @param inadmissible from which a clerk picks a reason
     */
    public record Item(
            Filing filing,
            Optional<Filing.Opinion> proposed,
            Optional<Proposals.Facts> facts,
            List<Catalogue.Alike> alike,
            List<Catalogue.Proposed> organs,
            List<Inadmissible> inadmissible) {}

    /**
     * @param own the bodies whose desk this is
     * @param found what the filter lets through, in all
     * @param rows one page of it
     * @param waiting how many of it wait for a decision
     * @param meetings presidium meetings to which the report can still go
     */
    public record DeskView(
            List<Body> own,
            Body body,
            Queue queue,
            Optional<Window> window,
            int found,
            List<Filing> rows,
            Map<UUID, Proposals.Collective> movers,
            Paging page,
            long waiting,
            long examined,
            Optional<Item> item,
            List<Sitting> meetings,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return body.id();
        }

        /** In whose name it was moved, where that is a sector, a party or another collective. */
        public String mover(Filing filing) {
            return Optional.ofNullable(movers.get(filing.id()))
                    .map(Proposals.Collective::name)
                    .orElse("");
        }

        public boolean cppcc() {
            return body.kind() == Body.Kind.CPPCC;
        }
    }

    /** Without a session there is nothing to examine. */
    public record NoDesk() {}

    @GetMapping("/filings/desk")
    @Needs(Permission.MATTER_EXAMINE)
    View desk(@RequestParam Map<String, String> form) {
        return desk(Queue.of(form), form, List.of());
    }

    /** The list as the filter shows it, as a file. */
    @GetMapping("/filings/desk/export")
    @Needs(Permission.MATTER_EXAMINE)
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "csv") String format, @RequestParam Map<String, String> form) {
        Queue queue = Queue.of(form);
        List<Filing> found = own().stream()
                .filter(one -> queue.body().isEmpty() || one.id().equals(queue.body()))
                .findFirst()
                .map(body -> queue.of(received(body.id())))
                .orElse(List.of());
        return sheet.answer(found, format);
    }

    private View desk(Queue queue, Map<String, String> form, List<Refusal> reasons) {
        List<Body> own = own();
        Optional<Body> body = own.stream()
                .filter(one -> queue.body().isEmpty() || one.id().equals(queue.body()))
                .findFirst();
        int status = reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
        return body.isEmpty()
                ? pages.show("proposals/nodesk", new NoDesk(), status)
                : pages.show("proposals/desk", view(own, body.get(), queue, form, reasons), status);
    }

    /** What the newest session received, and what came before the body ever had one. */
    private List<Filing> received(String body) {
        return Stream.concat(
                        windows.newest(body, Window.MOTION).stream()
                                .flatMap(session -> filings.ofSession(session.subject()).stream()),
                        filings.ofSession(Filings.beforeSessions(body)).stream())
                .toList();
    }

    /** The bodies at whose desk the caller sits and that have a session convened, or with which something was filed. */
    private List<Body> own() {
        List<String> filed = filings.bodies();
        return Caller.current().grants().stream()
                .map(Caller.Grant::scope)
                .distinct()
                .sorted()
                .filter(body -> Caller.current().mayIn(body, Permission.MATTER_EXAMINE))
                .filter(body -> windows.newest(body, Window.MOTION).isPresent() || filed.contains(body))
                .flatMap(body -> bodies.byId(body).stream())
                .toList();
    }

    private DeskView view(List<Body> own, Body body, Queue queue, Map<String, String> form, List<Refusal> reasons) {
        Optional<Window> session = windows.newest(body.id(), Window.MOTION);
        List<Filing> received = received(body.id());
        List<Filing> found = queue.of(received);
        Paging page = new Paging(number(form.getOrDefault("page", "1")), Paging.ROWS, found.size(), queue.address());
        Optional<UUID> named = id(form.getOrDefault("item", ""));
        Optional<Filing> now = named.flatMap(id ->
                        received.stream().filter(one -> one.id().equals(id)).findFirst())
                .or(() -> Queue.next(found, id(form.getOrDefault("after", ""))));
        List<Filing> rows =
                found.stream().skip(page.offset()).limit(Paging.ROWS).toList();
        List<Sitting> meetings = session.stream()
                .flatMap(one -> sittings.ofSubject(one.subject()).stream())
                .filter(sitting -> sitting.kind() == Sitting.Kind.PRESIDIUM
                        && sitting.closedAt().isEmpty())
                .toList();
        return new DeskView(
                own,
                body,
                queue,
                body.kind() == Body.Kind.CPPCC
                        ? session.flatMap(one -> windows.of(one.subject(), Proposals.WINDOW))
                        : session,
                found.size(),
                rows,
                proposals.collectives(rows.stream().map(Filing::id).toList()),
                page,
                found.stream().filter(Queue::waits).count(),
                received.stream()
                        .filter(filing -> filing.state() == State.EXAMINED)
                        .count(),
                now.map(this::item),
                meetings,
                reasons);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private Item item(Filing filing) {
        boolean undecided = Queue.waits(filing);
        boolean routed = undecided && (filing.kind() == Kind.SUGGESTION || filing.kind() == Kind.PROPOSAL);
        return new Item(
                filing,
                filing.kind() == Kind.MOTION && filing.state() == State.REGISTERED
                        ? Optional.of(filings.proposed(filing))
                        : Optional.empty(),
                filing.kind() == Kind.PROPOSAL ? Optional.of(proposals.of(filing)) : Optional.empty(),
                undecided
                        ? catalogue
                                .similar(filing.title(), FilingPages.KINDS, "filing:" + filing.id())
                                .entries()
                        : List.of(),
                routed ? catalogue.route(filing.title()).organs() : List.of(),
                Inadmissible.of(screenings.place(filing.body()).lists()));
    }

    /** Decided: on to the next item. Refused: the same item, with what stands against it. */
    private Object after(UUID id, Map<String, String> form, Ruling<Filing> ruling) {
        Queue queue = Queue.of(form);
        return ruling instanceof Ruling.Refused<Filing>(List<Refusal> reasons)
                ? desk(queue, Map.of("item", id.toString()), reasons)
                : "redirect:" + queue.address("after", id);
    }

    @PostMapping("/filings/{id}/register")
    @Needs(Permission.MATTER_EXAMINE)
    Object register(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        Ruling<Filing> ruling = filings.register(id);
        // A suggestion is done with its number; the others stay for what is decided about them.
        boolean stays = ruling instanceof Ruling.Granted<Filing>(Filing filing) && Queue.waits(filing);
        return stays ? "redirect:" + Queue.of(form).address("item", id) : after(id, form, ruling);
    }

    @PostMapping("/filings/{id}/examine")
    @Needs(Permission.MATTER_EXAMINE)
    Object examine(
            @PathVariable UUID id,
            @RequestParam Filing.Outcome outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, form, filings.examine(id, new Filing.Opinion(outcome, reason.strip())));
    }

    @PostMapping("/filings/{id}/review")
    @Needs(Permission.MATTER_EXAMINE)
    Object review(
            @PathVariable UUID id,
            @RequestParam Filing.Outcome outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, form, proposals.review(id, outcome, reason));
    }

    @PostMapping("/filings/{id}/send-back")
    @Needs(Permission.MATTER_EXAMINE)
    Object sendBack(
            @PathVariable UUID id,
            @RequestParam Screenings.Because because,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, form, screenings.sendBack(id, because, reason));
    }

    @PostMapping("/filings/{id}/decline")
    @Needs(Permission.MATTER_EXAMINE)
    Object decline(
            @PathVariable UUID id,
            @RequestParam Filing.Outcome outcome,
            @RequestParam Inadmissible inadmissible,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, form, screenings.decline(id, outcome, inadmissible, reason));
    }

    @PostMapping("/filings/{id}/answer")
    @Needs(Permission.MATTER_EXAMINE)
    Object answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Map<String, String> form) {
        scope.inScope(id, Permission.MATTER_EXAMINE);
        return after(id, form, filings.answer(id, text));
    }

    @PostMapping("/filings/desk/report")
    @Needs(Permission.MATTER_EXAMINE)
    Object report(@RequestParam(defaultValue = "") String sitting, @RequestParam Map<String, String> form) {
        Optional<Sitting> found = sittings.byId(sitting);
        if (found.isEmpty()) {
            return desk(
                    Queue.of(form), form, List.of(Refusal.at("sitting", "assembly.sitting.unknown", "value", sitting)));
        }
        windows.of(found.get().subject(), Window.MOTION)
                .ifPresent(window -> scope.body(window.body(), Permission.MATTER_EXAMINE));
        return switch (filings.report(found.get().subject(), sitting)) {
            case Ruling.Refused<Question>(List<Refusal> reasons) -> desk(Queue.of(form), form, reasons);
            case Ruling.Granted<Question>(Question question) -> "redirect:/sittings/" + question.sitting() + "/prepare";
        };
    }
}
