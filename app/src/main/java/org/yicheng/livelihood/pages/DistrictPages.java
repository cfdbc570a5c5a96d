package org.yicheng.livelihood.pages;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.Districts;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Sketch;

/** Where a clerk draws the districts of a congress. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class DistrictPages {

    private final Districts districts;
    private final LivelihoodScope scope;
    private final Pages pages;

    DistrictPages(Districts districts, LivelihoodScope scope, Pages pages) {
        this.districts = districts;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param sketch the drawing as it stands, empty where there is none
     * @param typed as lines
     */
    public record DrawingView(Body body, Sketch sketch, int districts, String typed, List<Refusal> reasons) {}

    @GetMapping("/bodies/{body}/livelihood/districts")
    View drawing(@PathVariable String body) {
        Body congress = scope.kept(body);
        return show(congress, DistrictForm.text(districts.of(body)), List.of());
    }

    private View show(Body body, String typed, List<Refusal> reasons) {
        List<District> drawn = districts.of(body.id());
        return pages.show(
                "livelihood/districts",
                new DrawingView(
                        body,
                        drawn.isEmpty() ? Sketch.NONE : Drawing.of(drawn, List.of()),
                        drawn.size(),
                        typed,
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/bodies/{body}/livelihood/districts")
    Object draw(@PathVariable String body, @RequestParam(name = DistrictForm.FIELD) String typed) {
        Body congress = scope.kept(body);
        DistrictForm form = DistrictForm.of(typed);
        if (!form.reasons().isEmpty()) {
            return show(congress, typed, form.reasons());
        }
        return switch (districts.draw(body, form.districts())) {
            case Ruling.Refused<List<District>>(List<Refusal> reasons) -> show(congress, typed, reasons);
            case Ruling.Granted<List<District>> _ -> "redirect:/bodies/" + body + "/livelihood/districts";
        };
    }
}
