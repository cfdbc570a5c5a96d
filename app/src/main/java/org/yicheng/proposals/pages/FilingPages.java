package org.yicheng.proposals.pages;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Dismissals;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Screenings;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** The deputy's pages: write, collect signatures, file, follow. */
@Controller
public class FilingPages {

    /** Among what the matters alike are looked for. */
    static final List<String> KINDS = List.of(
            "proposals.kind-" + Kind.MOTION, "proposals.kind-" + Kind.SUGGESTION, "proposals.kind-" + Kind.PROPOSAL);

    private final Filings filings;
    private final Dismissals dismissals;
    private final Proposals proposals;
    private final Screenings screenings;
    private final FilingScope scope;
    private final Bodies bodies;
    private final Windows windows;
    private final Catalogue catalogue;
    private final Handlings handlings;
    private final Clock clock;
    private final Pages pages;

    FilingPages(
            Filings filings,
            Dismissals dismissals,
            Proposals proposals,
            Screenings screenings,
            FilingScope scope,
            Bodies bodies,
            Windows windows,
            Catalogue catalogue,
            Handlings handlings,
            Clock clock,
            Pages pages) {
        this.handlings = handlings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.filings = filings;
        this.dismissals = dismissals;
        this.proposals = proposals;
        this.screenings = screenings;
        this.scope = scope;
        this.bodies = bodies;
        this.windows = windows;
        this.pages = pages;
    }

    /**
     * A body one is a member of.
     *
     * @param kinds what can be filed now
     * @param window for motions; of a CPPCC committee, for proposals of the session
     */
    public record Home(Body body, List<Kind> kinds, Optional<Window> window) {

        public boolean cppcc() {
            return body.kind() == Body.Kind.CPPCC;
        }
    }

    /** @param dismissals submitted to the plenary in the sessions of these homes */
    public record ListView(
            List<Filing> filings, List<Home> homes, Map<UUID, Handling> handlings, List<Filing> dismissals)
            implements Worded {

        /** Only members of one body read its words for their own. */
        @Override
        public String wordsOf() {
            return homes.size() == 1 ? homes.getFirst().body().id() : "";
        }

        /** Whether the reader files with a CPPCC committee alone. */
        public boolean proposals() {
            return !homes.isEmpty() && homes.stream().allMatch(Home::cppcc);
        }

        /** Answered, and the answer waits for the author's judgement. */
        public List<Handling> toJudge() {
            return handlings.values().stream()
                    .filter(one -> one.matter().state().equals("REPLIED")
                            || one.matter().state().equals("REPLIED_AGAIN"))
                    .toList();
        }
    }

    /**
     * @param filing empty while it is new
     * @param typed what was typed, kept when it was refused
     */
    public record WriteView(
            String body,
            Kind kind,
            Optional<Filing> filing,
            String title,
            Map<Part, String> typed,
            int required,
            Map<String, String> form,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return body;
        }
    }

    /**
     * @param own the caller's mandate in the body, if there is one
     * @param voices how many signers have spoken, for reconsideration or against an answer
     * @param named whether the caller may learn who filed it
     * @param handled whether it is handled or was
     * @param assigned whether an organ has it, or had
     * @param alike matters much like it, as the machine proposes them: before submission, and for who examines it
     */
    public record OneView(
            Filing filing,
            Optional<Member> own,
            int required,
            Optional<Window> window,
            Map<Filings.Voice, Integer> voices,
            List<Catalogue.Alike> alike,
            boolean clerk,
            boolean named,
            boolean handled,
            boolean assigned,
            Proposals.Facts facts,
            Optional<Screenings.Note> note,
            Optional<String> contact,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return filing.body();
        }

        public boolean leads() {
            return FilingPages.leads(filing, own);
        }

        /** Whether its author may still take it back; a filed proposal until it is assigned, which its matter says. */
        public boolean withdrawable() {
            boolean filed =
                    filing.outcome().filter(Filing.Outcome.FILED::equals).isPresent();
            return switch (filing.state()) {
                case WITHDRAWN, CONVERTED -> false;
                case DECIDED -> filed && !assigned;
                case DRAFT, OFFERED, SUBMITTED, REGISTERED, EXAMINED -> true;
            };
        }

        /** The own signature, standing or not. */
        public Optional<Filing.Signature> signature() {
            return own.flatMap(member -> filing.signatures().stream()
                    .filter(signature -> signature.mandate().equals(member.mandate()))
                    .findFirst());
        }

        public boolean signed() {
            return signature().filter(filing::stands).isPresent();
        }
    }

    @GetMapping("/filings")
    @Needs(Permission.MATTER_FILE)
    View list() {
        List<Filing> own = filings.own();
        List<Home> homes = homes();
        List<Filing> submitted = homes.stream()
                .filter(home -> !home.cppcc())
                .flatMap(home -> home.window().stream())
                .flatMap(window -> dismissals.submitted(window.subject()).stream())
                .toList();
        return pages.show("proposals/list", new ListView(own, homes, handled(own), submitted));
    }

    /** The bodies one is a member of and that have a session convened. */
    private List<Home> homes() {
        return Caller.current().grants().stream()
                .map(Caller.Grant::scope)
                .distinct()
                .filter(scope -> Caller.current().mayIn(scope, Permission.MATTER_FILE))
                .flatMap(scope -> bodies.byId(scope).stream())
                .filter(body -> body.kind() == Body.Kind.CPPCC
                        || windows.newest(body.id(), Window.MOTION).isPresent())
                .sorted(Comparator.comparing(Body::id))
                .map(body -> new Home(body, Kind.of(body.kind()), window(body)))
                .toList();
    }

    private Optional<Window> window(Body body) {
        Optional<Window> session = windows.newest(body.id(), Window.MOTION);
        return body.kind() == Body.Kind.CPPCC
                ? session.flatMap(found -> windows.of(found.subject(), Proposals.WINDOW))
                : session;
    }

    /** The body that was asked for, or the first that knows the kind. */
    private Optional<String> ownBody(Kind kind, String asked) {
        return homes().stream()
                .filter(home -> home.kinds().contains(kind))
                .map(home -> home.body().id())
                .filter(body -> asked.isEmpty() || body.equals(asked))
                .findFirst();
    }

    @GetMapping("/filings/new")
    @Needs(Permission.MATTER_FILE)
    View write(@RequestParam(defaultValue = "MOTION") Kind kind, @RequestParam(defaultValue = "") String body) {
        String home = ownBody(kind, body).orElse("");
        return write(home, kind, new Filings.Text("", Map.of()), Map.of(), List.of());
    }

    private View write(String body, Kind kind, Filings.Text text, Map<String, String> form, List<Refusal> reasons) {
        int required = body.isEmpty() ? 1 : required(body, kind);
        return pages.show(
                "proposals/write",
                new WriteView(body, kind, Optional.empty(), text.title(), text.parts(), required, form, reasons),
                status(reasons));
    }

    private int required(String body, Kind kind) {
        return kind.leastSigners(bodies.due(body, clock.instant()));
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    @PostMapping("/filings/new")
    @Needs(Permission.MATTER_FILE)
    Object draft(@RequestParam Kind kind, @RequestParam Map<String, String> form) {
        Optional<String> body = ownBody(kind, form.getOrDefault("body", ""));
        Filings.Text text = text(kind, form);
        if (body.isEmpty()) {
            return write("", kind, text, form, List.of(Refusal.plain("proposals.window-not-open")));
        }
        scope.body(body.get(), Permission.MATTER_FILE);
        Ruling<Filing> drafted = collective(form)
                .filter(_ -> kind == Kind.PROPOSAL)
                .map(collective -> proposals.draft(body.get(), text, collective))
                .orElseGet(() -> filings.draft(body.get(), kind, text));
        return switch (drafted) {
            case Ruling.Refused<Filing>(List<Refusal> reasons) -> write(body.get(), kind, text, form, reasons);
            case Ruling.Granted<Filing>(Filing filing) -> "redirect:/filings/" + filing.id();
        };
    }

    private Map<UUID, Handling> handled(List<Filing> own) {
        Map<UUID, Handling> handled = new LinkedHashMap<>();
        own.forEach(
                filing -> handlings.byFiling(filing.id()).ifPresent(handling -> handled.put(filing.id(), handling)));
        return handled;
    }

    /** In whose name, if not in the members' own. */
    private static Optional<Proposals.Collective> collective(Map<String, String> form) {
        String mover = form.getOrDefault("mover", "");
        return Arrays.stream(Proposals.Mover.values())
                .filter(known -> known.name().equals(mover))
                .map(known -> new Proposals.Collective(
                        known, form.getOrDefault("name", "").strip()))
                .findFirst();
    }

    private static Filings.Text text(Kind kind, Map<String, String> form) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        kind.all()
                .forEach(part ->
                        parts.put(part, form.getOrDefault(part.name(), "").strip()));
        return new Filings.Text(form.getOrDefault("title", "").strip(), parts);
    }

    @GetMapping("/filings/{id}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View one(@PathVariable UUID id) {
        return one(scope.readable(id), List.of());
    }

    private View one(Filing filing, List<Refusal> reasons) {
        Optional<Member> own = Caller.current().person().flatMap(person -> bodies.memberOf(filing.body(), person));
        Map<Filings.Voice, Integer> voices = new EnumMap<>(Filings.Voice.class);
        Arrays.stream(Filings.Voice.values()).forEach(voice -> voices.put(voice, filings.voices(filing.id(), voice)));
        boolean clerk = Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE);
        Optional<Handling> handling = handlings.byFiling(filing.id());
        OneView view = new OneView(
                filing,
                own,
                filing.byDeputies() ? required(filing.body(), filing.kind()) : 0,
                windows.of(filing.subject(), Window.MOTION),
                voices,
                alike(filing),
                clerk,
                scope.named(filing),
                handling.isPresent(),
                handling.filter(one -> !one.assignments().isEmpty()).isPresent(),
                proposals.of(filing),
                screenings.note(filing.id()),
                clerk || leads(filing, own) ? screenings.contact(filing.id()) : Optional.empty(),
                reasons);
        return pages.show("proposals/one", view, status(reasons));
    }

    private static boolean leads(Filing filing, Optional<Member> own) {
        return own.isPresent()
                && !filing.signatures().isEmpty()
                && filing.signatures().getFirst().mandate().equals(own.get().mandate());
    }

    private List<Catalogue.Alike> alike(Filing filing) {
        boolean undecided = filing.open() || filing.state() == Filing.State.SUBMITTED;
        return undecided
                ? catalogue
                        .similar(filing.title(), KINDS, "filing:" + filing.id())
                        .entries()
                : List.of();
    }

    @GetMapping("/filings/{id}/edit")
    @Needs(Permission.MATTER_FILE)
    View edit(@PathVariable UUID id) {
        Filing filing = scope.inScope(id, Permission.MATTER_FILE);
        return editing(filing, filing.title(), filing.parts(), List.of());
    }

    private View editing(Filing filing, String title, Map<Part, String> parts, List<Refusal> reasons) {
        WriteView view = new WriteView(
                filing.body(),
                filing.kind(),
                Optional.of(filing),
                title,
                parts,
                required(filing.body(), filing.kind()),
                Map.of(),
                reasons);
        return pages.show("proposals/write", view, status(reasons));
    }

    @PostMapping("/filings/{id}/edit")
    @Needs(Permission.MATTER_FILE)
    Object edit(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> form) {
        Filing filing = scope.inScope(id, Permission.MATTER_FILE);
        Filings.Text text = text(filing.kind(), form);
        return switch (filings.edit(id, version, text)) {
            case Ruling.Refused<Filing>(List<Refusal> reasons) -> editing(filing, text.title(), text.parts(), reasons);
            case Ruling.Granted<Filing> _ -> "redirect:/filings/" + id;
        };
    }

    @PostMapping("/filings/{id}/invite")
    @Needs(Permission.MATTER_FILE)
    Object invite(@PathVariable UUID id, @RequestParam(defaultValue = "") String members) {
        scope.inScope(id, Permission.MATTER_FILE);
        List<String> numbers = Arrays.stream(members.split("[\\s,，、;；]+"))
                .filter(number -> !number.isBlank())
                .distinct()
                .toList();
        return after(id, filings.invite(id, numbers));
    }

    @PostMapping("/filings/{id}/sign")
    @Needs(Permission.MATTER_FILE)
    Object sign(@PathVariable UUID id, @RequestParam(defaultValue = "") String textHash) {
        scope.inScope(id, Permission.MATTER_FILE);
        return after(id, filings.sign(id, textHash));
    }

    /** What needs no more than a press. */
    @PostMapping("/filings/{id}/{act:take-back|submit|as-suggestion|reconsider|not-satisfied}")
    @Needs(Permission.MATTER_FILE)
    Object act(
            @PathVariable UUID id, @PathVariable String act, @RequestParam(defaultValue = "false") boolean oneMatter) {
        scope.inScope(id, Permission.MATTER_FILE);
        Ruling<Filing> ruling = switch (act) {
            case "take-back" -> filings.takeBack(id);
            case "submit" -> filings.submit(id, oneMatter);
            case "as-suggestion" -> filings.asSuggestion(id);
            case "reconsider" -> filings.reconsider(id);
            default -> filings.notSatisfied(id);
        };
        return after(id, ruling);
    }

    @PostMapping("/filings/{id}/contact")
    @Needs(Permission.MATTER_FILE)
    Object contact(@PathVariable UUID id, @RequestParam(defaultValue = "") String contact) {
        scope.inScope(id, Permission.MATTER_FILE);
        return after(id, screenings.contact(id, contact));
    }

    @PostMapping("/filings/{id}/withdraw")
    @Needs(Permission.MATTER_FILE)
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        scope.inScope(id, Permission.MATTER_FILE);
        return after(id, filings.withdraw(id, reason));
    }

    @PostMapping("/filings/{id}/conceal")
    @Needs(Permission.MATTER_FILE)
    Object conceal(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        scope.inScope(id, Permission.MATTER_FILE);
        return after(id, handlings.conceal(id, reason));
    }

    private Object after(UUID id, Ruling<Filing> ruling) {
        return switch (ruling) {
            case Ruling.Refused<Filing>(List<Refusal> reasons) -> one(scope.readable(id), reasons);
            case Ruling.Granted<Filing>(Filing filing) -> "redirect:/filings/" + filing.id();
        };
    }
}
