package org.yicheng.assembly.pages;

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
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Proxies;
import org.yicheng.assembly.Proxies.Proxy;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingWeights;
import org.yicheng.count.Weight;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** Proxies and weights at the secretariat's desk: who stands for whom, and what everybody carries. */
@Controller
@Needs(Permission.CREDENTIAL_CHANGE)
public class ProxyPages {

    private final Proxies proxies;
    private final VotingWeights weights;
    private final Bodies bodies;
    private final Scope scope;
    private final Pages pages;

    ProxyPages(Proxies proxies, VotingWeights weights, Bodies bodies, Scope scope, Pages pages) {
        this.proxies = proxies;
        this.weights = weights;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    /** @param weights by member number, empty where votes go by heads */
    public record ProxyView(
            Sitting sitting,
            RuleSet rules,
            List<Proxy> proxies,
            List<Member> members,
            Map<String, Weight> weights,
            List<Refusal> reasons)
            implements Worded {
        @Override
        public String wordsOf() {
            return sitting.body();
        }
    }

    @GetMapping("/sittings/{id}/proxies")
    View list(@PathVariable String id) {
        return show(scope.sitting(id, Permission.CREDENTIAL_CHANGE), List.of());
    }

    private View show(Sitting sitting, List<Refusal> reasons) {
        RuleSet rules = bodies.rules(sitting.body());
        return pages.show(
                "assembly/proxies",
                new ProxyView(
                        sitting,
                        rules,
                        proxies.of(sitting.body()),
                        bodies.membersOf(sitting.body()).stream()
                                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                                .toList(),
                        rules.weighted() ? weights.of(sitting.body()) : Map.of(),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/sittings/{id}/proxies")
    View give(
            @PathVariable String id,
            @RequestParam String giver,
            @RequestParam String holder,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "false") boolean always) {
        Sitting sitting = scope.sitting(id, Permission.CREDENTIAL_CHANGE);
        Optional<String> only = always ? Optional.empty() : Optional.of(id);
        return show(
                sitting, faults(proxies.give(sitting.body(), only, giver.strip(), holder.strip(), document.strip())));
    }

    @PostMapping("/sittings/{id}/proxies/{proxy}/withdraw")
    View withdraw(@PathVariable String id, @PathVariable UUID proxy) {
        Sitting sitting = scope.sitting(id, Permission.CREDENTIAL_CHANGE);
        boolean here = proxies.byId(proxy)
                .filter(found -> found.body().equals(sitting.body()))
                .isPresent();
        return show(
                sitting,
                here
                        ? faults(proxies.withdraw(proxy))
                        : List.of(Refusal.plain("assembly.proxy.unknown", "value", proxy)));
    }

    private static List<Refusal> faults(Ruling<Proxy> ruling) {
        return ruling instanceof Ruling.Refused<Proxy>(List<Refusal> reasons) ? reasons : List.of();
    }
}
