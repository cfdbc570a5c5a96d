package org.yicheng.livelihood.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.livelihood.Place;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** Where clerks publish calls, enter wishes that came by phone or letter, and read what came. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class LivelihoodDeskPages {

    private static final String KIND = "livelihood.wish";
    private static final String ENTRY = "livelihood-wish:";
    private static final String ALL = "ALL";

    private final Rounds rounds;
    private final Wishes wishes;
    private final LivelihoodScope scope;
    private final List<Scopes> scopes;
    private final Bodies bodies;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Pages pages;

    LivelihoodDeskPages(
            Rounds rounds,
            Wishes wishes,
            LivelihoodScope scope,
            List<Scopes> scopes,
            Bodies bodies,
            Catalogue catalogue,
            Clock clock,
            Pages pages) {
        this.rounds = rounds;
        this.wishes = wishes;
        this.scope = scope;
        this.scopes = scopes;
        this.bodies = bodies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.pages = pages;
    }

    public record DeskView(List<Body> bodies) {}

    @GetMapping("/livelihood/desk")
    Object desk() {
        List<Body> kept = scopes.stream()
                .flatMap(one -> one.all().stream())
                .map(Scopes.Scope::id)
                .filter(id -> Caller.current().mayIn(id, Permission.LIVELIHOOD_KEEP))
                .flatMap(id -> bodies.byId(id).stream())
                .filter(body -> body.kind() == Body.Kind.CONGRESS)
                .toList();
        return kept.size() == 1
                ? "redirect:/bodies/" + kept.getFirst().id() + "/livelihood"
                : pages.show("livelihood/desk", new DeskView(kept));
    }

    /** @param typed what was typed, kept when it was refused */
    public record BodyView(
            Body body,
            List<Round> rounds,
            List<Place> places,
            LocalDate today,
            Map<String, String> typed,
            List<Refusal> reasons) {}

    @GetMapping("/bodies/{body}/livelihood")
    View body(@PathVariable String body) {
        return body(scope.kept(body), Map.of(), List.of());
    }

    private View body(Body body, Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "livelihood/body",
                new BodyView(body, rounds.ofBody(body.id()), rounds.places(), LocalDate.now(clock), typed, reasons),
                status(reasons));
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    @PostMapping("/bodies/{body}/livelihood")
    Object call(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body congress = scope.kept(body);
        Optional<LocalDate> opens = day(typed, "opens");
        Optional<LocalDate> closes = day(typed, "closes");
        if (opens.isEmpty() || closes.isEmpty()) {
            return body(congress, typed, List.of(unread(opens.isEmpty() ? "opens" : "closes", typed)));
        }
        String year = typed.getOrDefault("year", "");
        Rounds.Call call = new Rounds.Call(
                year.matches("\\d{4}") ? Integer.parseInt(year) : 0,
                typed.getOrDefault("place", ""),
                opens.get(),
                closes.get(),
                typed.getOrDefault("notice", ""));
        return switch (rounds.call(body, call)) {
            case Ruling.Refused<Round>(List<Refusal> reasons) -> body(congress, typed, reasons);
            case Ruling.Granted<Round>(Round round) -> "redirect:/livelihood/rounds/" + round.id() + "/desk";
        };
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String field) {
        try {
            return Optional.of(LocalDate.parse(typed.getOrDefault(field, "")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Refusal unread(String field, Map<String, String> typed) {
        return Refusal.at(field, "livelihood.day-unknown", "value", typed.getOrDefault(field, ""));
    }

    /** @param state whose wishes are listed, {@code ALL} for all */
    public record RoundView(
            Round round,
            Body body,
            Round.Call call,
            Map<Wish.State, Long> counts,
            String state,
            List<Wish> wishes,
            Paging paging,
            LocalDate today,
            Map<String, String> typed,
            Optional<Wishes.Submitted> entered,
            List<Refusal> reasons) {}

    @GetMapping("/livelihood/rounds/{id}/desk")
    View round(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "RECEIVED") String state,
            @RequestParam(defaultValue = "1") int page) {
        return round(scope.keptRound(id), state, page, Map.of(), Optional.empty(), List.of());
    }

    private View round(
            Round round,
            String state,
            int page,
            Map<String, String> typed,
            Optional<Wishes.Submitted> entered,
            List<Refusal> reasons) {
        Asked asked = new Asked(state(state), false);
        Map<Wish.State, Long> counts = new java.util.EnumMap<>(Wish.State.class);
        for (Wish.State one : Wish.State.values()) {
            counts.put(one, wishes.count(round.id(), new Asked(Optional.of(one), false)));
        }
        String address = UriComponentsBuilder.fromPath("/livelihood/rounds/" + round.id() + "/desk")
                .queryParam("state", "{state}")
                .build(state)
                .toString();
        Paging paging = new Paging(page, Paging.ROWS, wishes.count(round.id(), asked), address);
        return pages.show(
                "livelihood/rounddesk",
                new RoundView(
                        round,
                        scope.body(round),
                        round.call(LocalDate.now(clock)),
                        counts,
                        asked.state().map(Enum::name).orElse(ALL),
                        wishes.of(round.id(), asked, paging.offset(), Paging.ROWS),
                        paging,
                        LocalDate.now(clock),
                        typed,
                        entered,
                        reasons),
                status(reasons));
    }

    private static Optional<Wish.State> state(String text) {
        return Arrays.stream(Wish.State.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }

    @PostMapping("/livelihood/rounds/{id}/prolong")
    Object prolong(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        Optional<LocalDate> closes = day(typed, "closes");
        Ruling<Round> ruling =
                closes.map(day -> rounds.prolong(id, day)).orElseGet(() -> Ruling.refused(unread("closes", typed)));
        return ruling instanceof Ruling.Refused<Round>(List<Refusal> reasons)
                ? round(round, Wish.State.RECEIVED.name(), 1, typed, Optional.empty(), reasons)
                : "redirect:/livelihood/rounds/" + id + "/desk";
    }

    /** The code is shown once, for the clerk to tell it: no redirect. */
    @PostMapping("/livelihood/rounds/{id}/wishes")
    View enter(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        String first = Wish.State.RECEIVED.name();
        Optional<LocalDate> came = day(typed, "came");
        if (came.isEmpty()) {
            return round(round, first, 1, typed, Optional.empty(), List.of(unread("came", typed)));
        }
        Wish.Channel channel = Arrays.stream(Wish.Channel.values())
                .filter(one -> one.name().equals(typed.getOrDefault("channel", "")))
                .findFirst()
                .orElse(Wish.Channel.PHONE);
        return switch (wishes.enter(id, channel, came.get(), WishPages.draft(typed))) {
            case Ruling.Refused<Wishes.Submitted>(List<Refusal> reasons) ->
                round(round, first, 1, typed, Optional.empty(), reasons);
            case Ruling.Granted<Wishes.Submitted>(Wishes.Submitted entered) ->
                round(round, first, 1, Map.of(), Optional.of(entered), List.of());
        };
    }

    /**
     * A wish of the round much like this one.
     *
     * @param likely whether it asks for the same, as the machine proposes
     */
    public record Alike(Wish wish, boolean likely) {}

    /** @param contact in full, once it was asked for */
    public record WishView(
            Round round,
            Body body,
            Wish wish,
            Optional<Wish> lead,
            List<Wish> joined,
            List<Alike> alike,
            String contact,
            List<Refusal> reasons) {}

    @GetMapping("/livelihood/wishes/{id}/desk")
    View wish(@PathVariable UUID id) {
        return wish(scope.keptWish(id), "", List.of());
    }

    private View wish(Wish wish, String contact, List<Refusal> reasons) {
        Round round = scope.round(wish.round());
        return pages.show(
                "livelihood/wishdesk",
                new WishView(
                        round,
                        scope.body(round),
                        wish,
                        wish.lead().flatMap(wishes::byId),
                        wishes.joinedTo(wish.id()),
                        wish.lead().isPresent() || wish.joined() > 0 ? List.of() : alike(wish),
                        contact,
                        reasons),
                status(reasons));
    }

    /** Accepted ones of the same round that stand for themselves: a wish can be joined to them. */
    private List<Alike> alike(Wish wish) {
        return catalogue.similar(wish.title() + "\n" + wish.text(), List.of(KIND), ENTRY + wish.id()).entries().stream()
                .flatMap(found -> wishes
                        .byId(UUID.fromString(found.line().id().substring(ENTRY.length())))
                        .map(one -> new Alike(one, found.likelySame()))
                        .stream())
                .filter(found -> found.wish().round().equals(wish.round())
                        && found.wish().open()
                        && found.wish().lead().isEmpty())
                .toList();
    }

    @PostMapping("/livelihood/wishes/{id}/accept")
    Object accept(@PathVariable UUID id) {
        scope.keptWish(id);
        return after(id, wishes.accept(id));
    }

    @PostMapping("/livelihood/wishes/{id}/refuse")
    Object refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        scope.keptWish(id);
        return after(id, wishes.refuse(id, reason));
    }

    @PostMapping("/livelihood/wishes/{id}/join")
    Object join(@PathVariable UUID id, @RequestParam UUID lead) {
        scope.keptWish(id);
        return after(id, wishes.join(id, lead));
    }

    @PostMapping("/livelihood/wishes/{id}/part")
    Object part(@PathVariable UUID id) {
        scope.keptWish(id);
        return after(id, wishes.part(id));
    }

    @PostMapping("/livelihood/wishes/{id}/contact")
    View contact(@PathVariable UUID id) {
        Wish wish = scope.keptWish(id);
        return switch (wishes.contact(id)) {
            case Ruling.Refused<String>(List<Refusal> reasons) -> wish(wish, "", reasons);
            case Ruling.Granted<String>(String contact) -> wish(wish, contact, List.of());
        };
    }

    private Object after(UUID id, Ruling<Wish> ruling) {
        return ruling instanceof Ruling.Refused<Wish>(List<Refusal> reasons)
                ? wish(scope.keptWish(id), "", reasons)
                : "redirect:/livelihood/wishes/" + id + "/desk";
    }
}
