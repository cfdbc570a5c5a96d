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
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.livelihood.poll.Polls.Cast;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Where residents say what they want of the candidates, without an account, and read what came out. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class PollPages {

    /** A family at one address has several ballots, a machine has thousands. */
    static final Pace.Limit BALLOTS = new Pace.Limit("livelihood.poll", 5, 60);

    private final Polls polls;
    private final LivelihoodScope scope;
    private final FormStamp stamps;
    private final Pace pace;
    private final Clock clock;
    private final Pages pages;

    PollPages(Polls polls, LivelihoodScope scope, FormStamp stamps, Pace pace, Clock clock, Pages pages) {
        this.polls = polls;
        this.scope = scope;
        this.stamps = stamps;
        this.pace = pace;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param checked whether the marks were only added up, not put in
     * @param advice once the poll is closed
     */
    public record PollView(
            Round round,
            Body body,
            Poll.State state,
            PollForm form,
            boolean checked,
            Optional<Advice> advice,
            List<Refusal> reasons) {}

    private Poll poll(UUID round) {
        scope.round(round);
        return polls.of(round)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.poll.unknown", "value", round)));
    }

    @GetMapping("/livelihood/rounds/{id}/poll")
    View page(@PathVariable UUID id) {
        return show(new PollForm(poll(id), PollForm.NOTHING, stamps.now(), ""), false, List.of());
    }

    private View show(PollForm form, boolean checked, List<Refusal> reasons) {
        Round round = scope.round(form.poll().round());
        return pages.show(
                "livelihood/poll",
                new PollView(
                        round,
                        scope.body(round),
                        form.poll().state(LocalDate.now(clock)),
                        form,
                        checked,
                        polls.advice(round.id()),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    /** @param back whether the ballot was taken back; otherwise it was put in or changed */
    public record ReceiptView(Round round, Body body, PollForm form, boolean fresh, boolean back) {}

    private View receipt(PollForm form, boolean fresh, boolean back) {
        Round round = scope.round(form.poll().round());
        return pages.show("livelihood/pollreceipt", new ReceiptView(round, scope.body(round), form, fresh, back));
    }

    /** Nothing is taken from the pace of an address before everything else is in order. */
    @PostMapping("/livelihood/rounds/{id}/poll")
    View cast(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> projects,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        String stamp = typed.getOrDefault("stamp", "");
        PollForm form = new PollForm(
                poll(id), PollForm.marks(projects, typed), stamps.again(stamp), typed.getOrDefault("code", ""));
        if (typed.getOrDefault("act", "").equals("check")) {
            return show(form, true, List.of());
        }
        List<Refusal> reasons = new ArrayList<>();
        FormStamp.trap(typed.getOrDefault("homepage", "")).ifPresent(reasons::add);
        stamps.against(stamp).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            pace.take(form.code().isEmpty() ? BALLOTS : WishPages.RECEIPTS, request.getRemoteAddr())
                    .ifPresent(reasons::add);
        }
        if (!reasons.isEmpty()) {
            return show(form, false, reasons);
        }
        boolean fresh = form.code().isEmpty();
        Ruling<Cast> ruling = fresh ? polls.cast(id, form.marks()) : polls.change(id, form.code(), form.marks());
        return switch (ruling) {
            case Ruling.Refused<Cast>(List<Refusal> against) -> show(form, false, against);
            case Ruling.Granted<Cast>(Cast(Poll poll, Marks marks, String code)) ->
                receipt(new PollForm(poll, marks, "", code), fresh, false);
        };
    }

    /** @param reasons why no ballot is shown */
    public record LookUpView(Round round, Body body, List<Refusal> reasons) {}

    @GetMapping("/livelihood/rounds/{id}/poll/receipt")
    View lookUp(@PathVariable UUID id) {
        return lookUp(poll(id), List.of());
    }

    private View lookUp(Poll poll, List<Refusal> reasons) {
        Round round = scope.round(poll.round());
        return pages.show(
                "livelihood/polllookup",
                new LookUpView(round, scope.body(round), reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    /** The ballot, to be read and – as long as the poll is open – changed. */
    @PostMapping("/livelihood/rounds/{id}/poll/receipt")
    View lookUp(@PathVariable UUID id, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Poll poll = poll(id);
        Optional<Refusal> slow = pace.take(WishPages.RECEIPTS, request.getRemoteAddr());
        if (slow.isPresent()) {
            return lookUp(poll, List.of(slow.get()));
        }
        return polls.byCode(id, code)
                .map(marks -> poll.state(LocalDate.now(clock)) == Poll.State.OPEN
                        ? show(new PollForm(poll, marks, stamps.now(), code), false, List.of())
                        : receipt(new PollForm(poll, marks, "", ""), false, false))
                .orElseGet(() -> lookUp(poll, List.of(Refusal.at("code", "livelihood.poll-code"))));
    }

    @PostMapping("/livelihood/rounds/{id}/poll/withdrawal")
    View takeBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Poll poll = poll(id);
        Optional<Refusal> slow = pace.take(WishPages.RECEIPTS, request.getRemoteAddr());
        if (slow.isPresent()) {
            return lookUp(poll, List.of(slow.get()));
        }
        return switch (polls.takeBack(id, code)) {
            case Ruling.Refused<Poll>(List<Refusal> reasons) -> lookUp(poll, reasons);
            case Ruling.Granted<Poll>(Poll left) -> receipt(new PollForm(left, PollForm.NOTHING, "", ""), false, true);
        };
    }
}
