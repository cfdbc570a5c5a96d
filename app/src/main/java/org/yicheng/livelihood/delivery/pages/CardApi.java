package org.yicheng.livelihood.delivery.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Cards of projects, over REST; money in fen, places in degrees. */
@RestController
@RequestMapping("/api/v1/livelihood/deliveries/{id}")
@Tag(name = "livelihood")
class CardApi {

    private final Cards cards;
    private final DeliveryScope scope;

    CardApi(Cards cards, DeliveryScope scope) {
        this.cards = cards;
        this.scope = scope;
    }

    /** @param basedOn version of the card that its author saw, 0 for the first time */
    record Described(int basedOn, Card.Basics basics) {}

    record Closed(LocalDate closed, String outcome) {}

    @Operation(summary = "项目卡：责任人、协办单位、地点、分年度资金、风险、进展 A project's card")
    @GetMapping("/card")
    @Needs(Permission.PUBLIC_READ)
    Card card(@PathVariable UUID id) {
        return cards.of(scope.delivery(id).id());
    }

    @Operation(summary = "填写责任人、协办单位、地点、分年度资金 Enter the basics of a card")
    @PutMapping("/card")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Card describe(@PathVariable UUID id, @RequestBody Described asked) {
        scope.own(id);
        return cards.describe(id, asked.basedOn(), asked.basics()).orThrow();
    }

    @Operation(summary = "登记风险 Enter a risk")
    @PostMapping("/risks")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Card risk(@PathVariable UUID id, @RequestBody Cards.NewRisk risk) {
        scope.own(id);
        return cards.risk(id, risk).orThrow();
    }

    @Operation(summary = "风险销号 Close a risk")
    @PostMapping("/risks/{number}/closure")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Card close(@PathVariable UUID id, @PathVariable int number, @RequestBody Closed asked) {
        scope.own(id);
        return cards.close(id, number, asked.closed(), asked.outcome()).orThrow();
    }

    @Operation(summary = "报告进展 Report how far the work is")
    @PostMapping("/reports")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Card report(@PathVariable UUID id, @RequestBody Cards.NewReport report) {
        scope.own(id);
        return cards.report(id, report).orThrow();
    }
}
