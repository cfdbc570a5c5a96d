package org.yicheng.web.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.party.Needs;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The handling organs: which there are, and another one; as pages and over REST. */
@Controller
@Needs(Permission.ACCOUNT_MANAGE)
@Tag(name = "organs", description = "承办单位 Organisations that handle matters")
public class OrganPages {

    private final Organs organs;
    private final Pages pages;

    OrganPages(Organs organs, Pages pages) {
        this.organs = organs;
        this.pages = pages;
    }

    /** @param typed what was typed, kept when it was refused */
    public record OrgansView(List<Organ> organs, Map<String, String> typed, List<Refusal> reasons) {}

    @GetMapping("/organs")
    View list() {
        return show(Map.of(), List.of());
    }

    private View show(Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "web/organs",
                new OrgansView(organs.list(), typed, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/organs")
    Object add(@RequestParam Map<String, String> form) {
        Organ organ = new Organ(
                form.getOrDefault("id", "").strip(),
                new Bilingual(
                        form.getOrDefault("name", "").strip(),
                        form.getOrDefault("english", "").strip()),
                form.containsKey("coordinates"),
                false);
        return organs.add(organ) instanceof Ruling.Refused<Organ>(List<Refusal> reasons)
                ? show(form, reasons)
                : "redirect:/organs";
    }

    @Operation(summary = "承办单位 The handling organs")
    @GetMapping("/api/v1/organs")
    @Needs(Permission.MATTER_HANDLE)
    @ResponseBody
    List<Organ> all() {
        return organs.list();
    }

    @Operation(summary = "登记一个承办单位 Enter another one")
    @PostMapping("/api/v1/organs")
    @ResponseBody
    Organ enter(@RequestBody Organ organ) {
        return organs.add(organ).orThrow();
    }
}
