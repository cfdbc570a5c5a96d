package org.yicheng.livelihood.pages;

import jakarta.servlet.http.HttpServletRequest;
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
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** What everybody sees and does: calls, a wish, its receipt, what others asked for. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class WishPages {

    /** A family at one address may have several wishes, a machine has thousands. */
    static final Pace.Limit WISHES = new Pace.Limit("livelihood.wish", 5, 60);

    static final Pace.Limit RECEIPTS = new Pace.Limit("livelihood.receipt", 30, 10);

    private static final int ON_A_PAGE = 20;

    private final Rounds rounds;
    private final Wishes wishes;
    private final Projects projects;
    private final Deliveries deliveries;
    private final Polls polls;
    private final LivelihoodScope scope;
    private final Ballots ballots;
    private final FormStamp stamps;
    private final Pace pace;
    private final Clock clock;
    private final Pages pages;

    WishPages(
            Rounds rounds,
            Wishes wishes,
            Projects projects,
            Deliveries deliveries,
            Polls polls,
            LivelihoodScope scope,
            Ballots ballots,
            FormStamp stamps,
            Pace pace,
            Clock clock,
            Pages pages) {
        this.ballots = ballots;
        this.rounds = rounds;
        this.wishes = wishes;
        this.projects = projects;
        this.deliveries = deliveries;
        this.polls = polls;
        this.scope = scope;
        this.stamps = stamps;
        this.pace = pace;
        this.clock = clock;
        this.pages = pages;
    }

    /** A round with where its call, and its poll if there is one, stand today. */
    public record Line(Round round, Body body, Round.Call call, long accepted, Optional<Poll.State> poll) {}

    public record HomeView(List<Line> rounds) {}

    @GetMapping("/livelihood")
    View home() {
        return pages.show(
                "livelihood/home",
                new HomeView(rounds.all().stream().map(this::line).toList()));
    }

    private Line line(Round round) {
        return new Line(
                round,
                scope.body(round),
                round.call(LocalDate.now(clock)),
                wishes.count(round.id(), new Asked(Optional.of(Wish.State.ACCEPTED), false)),
                polls.of(round.id()).map(poll -> poll.state(LocalDate.now(clock))));
    }

    /**
     * @param received how many came in all
     * @param ballots the deputies' ballot and all that follow; only announced ones with their result
     */
    public record RoundView(
            Line line,
            long received,
            long groups,
            List<Wish> wishes,
            Paging paging,
            List<Project> listed,
            List<Projects.Taken> taken,
            List<Election> ballots,
            boolean delivered) {}

    @GetMapping("/livelihood/rounds/{id}")
    View round(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        Round round = scope.round(id);
        long groups = wishes.count(id, Asked.PUBLIC);
        Paging paging = new Paging(page, ON_A_PAGE, groups, "/livelihood/rounds/" + id);
        return pages.show(
                "livelihood/round",
                new RoundView(
                        line(round),
                        wishes.count(id, new Asked(Optional.empty(), false)),
                        groups,
                        wishes.of(id, Asked.PUBLIC, paging.offset(), ON_A_PAGE),
                        paging,
                        projects.of(id).stream()
                                .filter(one -> one.state().open())
                                .toList(),
                        projects.taken(id),
                        ballots.of(id),
                        !deliveries.ofRound(id).isEmpty()));
    }

    /** @param lead the wish with which it stands together */
    public record WishView(Line line, Wish wish, Optional<Wish> lead, List<Wish> joined) {}

    @GetMapping("/livelihood/wishes/{id}")
    View wish(@PathVariable UUID id) {
        Wish wish = scope.openWish(id);
        return pages.show(
                "livelihood/wish",
                new WishView(
                        line(scope.round(wish.round())), wish, wish.lead().flatMap(wishes::byId), wishes.joinedTo(id)));
    }

    /** @param typed what was typed, kept when it was refused */
    public record FormView(Line line, String stamp, Map<String, String> typed, List<Refusal> reasons) {}

    @GetMapping("/livelihood/rounds/{id}/wish")
    View form(@PathVariable UUID id) {
        return form(scope.round(id), stamps.now(), Map.of(), List.of());
    }

    private View form(Round round, String stamp, Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "livelihood/form",
                new FormView(line(round), stamp, typed, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    public record ReceiptView(Line line, Wish wish, String code) {}

    /** Nothing is taken from the pace of an address before everything else is in order. */
    @PostMapping("/livelihood/rounds/{id}/wish")
    View submit(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Round round = scope.round(id);
        String stamp = typed.getOrDefault("stamp", "");
        List<Refusal> reasons = new ArrayList<>();
        FormStamp.trap(typed.getOrDefault("homepage", "")).ifPresent(reasons::add);
        stamps.against(stamp).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            pace.take(WISHES, request.getRemoteAddr()).ifPresent(reasons::add);
        }
        if (!reasons.isEmpty()) {
            return form(round, stamps.again(stamp), typed, reasons);
        }
        return switch (wishes.submit(id, draft(typed))) {
            case Ruling.Refused<Wishes.Submitted>(List<Refusal> against) -> form(round, stamp, typed, against);
            case Ruling.Granted<Wishes.Submitted>(Wishes.Submitted(Wish wish, String code)) ->
                pages.show("livelihood/receipt", new ReceiptView(line(round), wish, code));
        };
    }

    static Wishes.Draft draft(Map<String, String> typed) {
        return new Wishes.Draft(
                typed.getOrDefault("title", ""),
                typed.getOrDefault("text", ""),
                typed.getOrDefault("where", ""),
                typed.getOrDefault("contact", ""));
    }

    /** @param found what stands behind the code, once one was asked for */
    public record LookUpView(Optional<WishView> found, List<Refusal> reasons) {}

    @GetMapping("/livelihood/receipt")
    View lookUp() {
        return pages.show("livelihood/lookup", new LookUpView(Optional.empty(), List.of()));
    }

    @PostMapping("/livelihood/receipt")
    View lookUp(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Optional<Refusal> slow = pace.take(RECEIPTS, request.getRemoteAddr());
        Optional<WishView> found = slow.isPresent()
                ? Optional.empty()
                : wishes.byCode(code)
                        .map(wish -> new WishView(
                                line(scope.round(wish.round())),
                                wish,
                                wish.lead().flatMap(wishes::byId),
                                List.of()));
        List<Refusal> reasons = found.isPresent()
                ? List.of()
                : List.of(slow.orElseGet(() -> Refusal.at("code", "livelihood.code-unknown")));
        return pages.show(
                "livelihood/lookup",
                new LookUpView(found, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }
}
