package org.yicheng.assembly.pages;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.Appraisals.Telling;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** The appraisals of a sitting: prepared by a clerk, opened, closed and declared by the chair. */
@Controller
public class AppraisalPages {

    private final Appraisals appraisals;
    private final AppraisalScope scope;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Pages pages;

    AppraisalPages(Appraisals appraisals, AppraisalScope scope, Sittings sittings, Bodies bodies, Pages pages) {
        this.appraisals = appraisals;
        this.scope = scope;
        this.sittings = sittings;
        this.bodies = bodies;
        this.pages = pages;
    }

    /**
     * One appraisal on the page.
     *
     * @param appraisal with its result where the caller may read it
     * @param cast how many papers are in
     */
    public record Line(Appraisal appraisal, int cast, Telling telling) {}

    /** What was typed into the form of a new appraisal. */
    public record Typed(String title, String form, String items) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /**
     * The appraisals of a sitting.
     *
     * @param present members present now
     * @param lists whether the caller may list one
     * @param leads whether the caller may open, close and declare
     * @param votes whether the caller may fill in a paper
     * @param tells whether the caller may enter what was counted
     */
    public record AppraisalsView(
            Sitting sitting,
            boolean demo,
            int present,
            List<Line> lines,
            boolean lists,
            boolean leads,
            boolean votes,
            boolean tells,
            Typed typed,
            List<Refusal> reasons)
            implements Worded {
        @Override
        public String wordsOf() {
            return sitting.body();
        }
    }

    @GetMapping("/sittings/{id}/appraisals")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View list(@PathVariable String id) {
        return show(scope.sitting(id, Permission.MEMBER_DOCUMENTS), Typed.NOTHING, List.of());
    }

    private View show(Sitting sitting, Typed typed, List<Refusal> reasons) {
        Caller caller = Caller.current();
        Body body = bodies.byId(sitting.body()).orElseThrow();
        boolean leads = caller.mayIn(body.id(), Permission.QUESTION_MOVE);
        List<Line> lines = appraisals.ofSitting(sitting.id()).stream()
                .map(one ->
                        new Line(leads ? one : one.shown(), appraisals.cast(one.id()), appraisals.telling(one.id())))
                .toList();
        return pages.show(
                "assembly/appraisals",
                new AppraisalsView(
                        sitting,
                        body.demo(),
                        sittings.roll(sitting.id()).present(),
                        lines,
                        caller.mayIn(body.id(), Permission.SITTING_PREPARE),
                        leads,
                        caller.mayIn(body.id(), Permission.VOTE),
                        caller.mayIn(body.id(), Permission.BALLOT_ENTER),
                        typed,
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sittings/{id}/appraisals")
    @Needs(Permission.SITTING_PREPARE)
    Object add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "ELECTRONIC") Form form,
            @RequestParam(defaultValue = "") String items) {
        Sitting sitting = scope.sitting(id, Permission.SITTING_PREPARE);
        List<NewItem> typed = items.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new NewItem(line, ""))
                .toList();
        Ruling<Appraisal> ruling = appraisals.list(
                new Appraisals.NewAppraisal(id, new Bilingual(title.strip(), title.strip()), "", form, typed));
        return ruling instanceof Ruling.Refused<Appraisal>(List<Refusal> reasons)
                ? show(sitting, new Typed(title, form.name(), items), reasons)
                : HallPages.to("/sittings/" + id + "/appraisals");
    }

    @PostMapping("/sittings/{id}/appraisals/{appraisal}")
    @Needs(Permission.QUESTION_MOVE)
    Object move(
            @PathVariable String id,
            @PathVariable UUID appraisal,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "") String reason) {
        Sitting sitting = scope.sitting(id, Permission.QUESTION_MOVE);
        if (appraisals
                .byId(appraisal)
                .filter(found -> found.sitting().equals(id))
                .isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.appraisal.unknown", "value", appraisal));
        }
        Ruling<Appraisal> ruling = switch (act) {
            case "open" -> appraisals.open(appraisal);
            case "close" -> appraisals.close(appraisal);
            case "again" -> appraisals.again(appraisal);
            case "declare" -> appraisals.declare(appraisal);
            case "withdraw" -> appraisals.withdraw(appraisal, reason);
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
        return ruling instanceof Ruling.Refused<Appraisal>(List<Refusal> reasons)
                ? show(sitting, Typed.NOTHING, reasons)
                : HallPages.to("/sittings/" + id + "/appraisals");
    }
}
