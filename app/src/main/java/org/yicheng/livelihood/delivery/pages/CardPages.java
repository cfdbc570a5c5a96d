package org.yicheng.livelihood.delivery.pages;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yicheng.livelihood.Districts;
import org.yicheng.livelihood.delivery.Card.Basics;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Cards.NewRisk;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** What the organ in charge enters on the card, from forms of the project's page. */
@Controller
@Needs(Permission.LIVELIHOOD_DELIVER)
class CardPages {

    private final Cards cards;
    private final Districts districts;
    private final DeliveryScope scope;
    private final DeliveryPages pages;

    CardPages(Cards cards, Districts districts, DeliveryScope scope, DeliveryPages pages) {
        this.cards = cards;
        this.districts = districts;
        this.scope = scope;
        this.pages = pages;
    }

    private static int number(DeliveryForm form, String field) {
        return Math.toIntExact(Math.min(100_000, form.whole(field, form.value(field))));
    }

    @PostMapping("/livelihood/deliveries/{id}/card")
    Object describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> assisting) {
        Delivery delivery = scope.own(id);
        Map<String, String> ticked = new HashMap<>(typed);
        ticked.put("assisting", String.join(",", assisting));
        DeliveryForm form = DeliveryForm.of("card", ticked);
        Basics basics = CardForm.basics(
                form, assisting, districts.of(scope.round(delivery.round()).body()));
        int basedOn = number(form, "version");
        return pages.answer(delivery, form, () -> cards.describe(id, basedOn, basics));
    }

    @PostMapping("/livelihood/deliveries/{id}/risks")
    Object risk(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("risk", typed);
        NewRisk risk = new NewRisk(form.value("risk"), form.value("measure"), form.day("found"));
        return pages.answer(delivery, form, () -> cards.risk(id, risk));
    }

    @PostMapping("/livelihood/deliveries/{id}/risks/closure")
    Object close(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("closure", typed);
        int risk = number(form, "number");
        LocalDate closed = form.day("closed");
        return pages.answer(delivery, form, () -> cards.close(id, risk, closed, form.value("outcome")));
    }

    @PostMapping("/livelihood/deliveries/{id}/reports")
    Object report(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("report", typed);
        NewReport report = new NewReport(form.day("reported"), number(form, "percent"), form.value("report"));
        return pages.answer(delivery, form, () -> cards.report(id, report));
    }
}
