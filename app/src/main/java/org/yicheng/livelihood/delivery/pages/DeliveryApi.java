package org.yicheng.livelihood.delivery.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Standing;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Carrying out livelihood projects, over REST; money in fen. */
@RestController
@RequestMapping("/api/v1/livelihood")
@Tag(name = "livelihood")
class DeliveryApi {

    private final Deliveries deliveries;
    private final DeliveryScope scope;
    private final Clock clock;

    DeliveryApi(Deliveries deliveries, DeliveryScope scope, Clock clock) {
        this.deliveries = deliveries;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param paid and {@code budget} in fen */
    record Whole(Delivery delivery, int progress, long paid, long budget, Standing standing) {}

    /** @param project that the ballot chose; none in a round without a ballot */
    record NewPlan(Delivery.Plan plan, List<Deliveries.Step> steps, Optional<UUID> project) {}

    record Reached(int milestone, LocalDate day, String note) {}

    record Paid(int contract, Deliveries.Payment payment) {}

    record Acceptance(String document, String aftercare) {}

    private Whole whole(Delivery one) {
        return new Whole(one, one.progress(), one.paid(), one.plan().budget(), Standing.of(one, LocalDate.now(clock)));
    }

    @Operation(summary = "一年中正在实施的项目 The projects of a round that are carried out")
    @GetMapping("/rounds/{id}/deliveries")
    @Needs(Permission.PUBLIC_READ)
    List<Whole> all(@PathVariable UUID id) {
        return deliveries.ofRound(scope.round(id).id()).stream()
                .map(this::whole)
                .toList();
    }

    @Operation(summary = "公布实施方案 Publish a plan")
    @PostMapping("/rounds/{id}/deliveries")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Whole plan(@PathVariable UUID id, @RequestBody NewPlan asked) {
        scope.kept(id);
        return whole(asked.project()
                .map(project -> deliveries.planChosen(id, project, asked.plan(), asked.steps()))
                .orElseGet(() -> deliveries.plan(id, asked.plan(), asked.steps()))
                .orThrow());
    }

    @Operation(summary = "一个项目的方案、进度、合同和决定 One project: plan, progress, contracts, decisions")
    @GetMapping("/deliveries/{id}")
    @Needs(Permission.PUBLIC_READ)
    Whole one(@PathVariable UUID id) {
        return whole(scope.delivery(id));
    }

    @Operation(summary = "报告节点完成 A milestone was reached")
    @PostMapping("/deliveries/{id}/milestones")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Whole reach(@PathVariable UUID id, @RequestBody Reached reached) {
        scope.own(id);
        return whole(deliveries
                .reach(id, reached.milestone(), reached.day(), reached.note())
                .orThrow());
    }

    @Operation(summary = "登记合同 Enter a contract")
    @PostMapping("/deliveries/{id}/contracts")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Whole contract(@PathVariable UUID id, @RequestBody Deliveries.NewContract contract) {
        scope.own(id);
        return whole(deliveries.contract(id, contract).orThrow());
    }

    @Operation(summary = "按合同付款 Pay on a contract")
    @PostMapping("/deliveries/{id}/payments")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Whole pay(@PathVariable UUID id, @RequestBody Paid paid) {
        scope.own(id);
        return whole(deliveries.pay(id, paid.contract(), paid.payment()).orThrow());
    }

    @Operation(summary = "执行常务委员会的决定：变更、暂停、恢复、终止 Carry out a decision of the standing committee")
    @PostMapping("/deliveries/{id}/decisions")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Whole decide(@PathVariable UUID id, @RequestBody Deliveries.Decided decided) {
        scope.keptDelivery(id);
        return whole(deliveries.decide(id, decided).orThrow());
    }

    @Operation(summary = "验收并明确管护责任 Accept, and name who looks after it")
    @PostMapping("/deliveries/{id}/acceptance")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Whole accept(@PathVariable UUID id, @RequestBody Acceptance acceptance) {
        scope.keptDelivery(id);
        return whole(deliveries
                .accept(id, acceptance.document(), acceptance.aftercare())
                .orThrow());
    }
}
