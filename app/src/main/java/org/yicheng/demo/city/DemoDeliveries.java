package org.yicheng.demo.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.NewContract;
import org.yicheng.livelihood.delivery.Deliveries.Payment;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Goal;
import org.yicheng.livelihood.delivery.Delivery.Plan;
import org.yicheng.livelihood.delivery.Delivery.Source;

/** The projects of the year before the session, invented: one accepted and rated, one on plan, one late. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoDeliveries {

    /** For which the visitor can work. */
    static final String ORGAN = "organ-transport";

    private static final String CHOSEN = "演示公告〔2023〕1号";

    private final Rounds rounds;
    private final Deliveries deliveries;
    private final DemoEvaluation evaluation;
    private final Personas personas;
    private final DemoCards cards;
    private final DemoPapers papers;

    private UUID lights = new UUID(0, 0);
    private UUID shelters = new UUID(0, 0);
    private UUID parking = new UUID(0, 0);

    DemoDeliveries(
            Rounds rounds,
            Deliveries deliveries,
            DemoEvaluation evaluation,
            Personas personas,
            DemoCards cards,
            DemoPapers papers) {
        this.rounds = rounds;
        this.deliveries = deliveries;
        this.evaluation = evaluation;
        this.personas = personas;
        this.cards = cards;
        this.papers = papers;
    }

    /** The plans, early in the year. */
    void plan() {
        cards.draw();
        UUID round = rounds.call(
                        Personas.BODY,
                        new Rounds.Call(
                                2023,
                                "general",
                                LocalDate.of(2022, 8, 1),
                                LocalDate.of(2022, 9, 15),
                                "演示公告。2023年度民生实事项目公开征集。"))
                .orThrow()
                .id();
        lights = planned(
                round,
                plan(
                        "老旧小区楼道照明改造（演示）",
                        "organ-housing",
                        new Goal("为老旧小区楼道更换节能灯", 1_200, "个单元"),
                        LocalDate.of(2023, 10, 31)),
                new Step("完成入户摸底", 20, LocalDate.of(2023, 6, 30)),
                new Step("更换安装", 60, LocalDate.of(2023, 9, 30)),
                new Step("竣工验收资料齐备", 20, LocalDate.of(2023, 10, 31)));
        shelters = planned(
                round,
                plan("新建公交候车亭（演示）", ORGAN, new Goal("在没有候车亭的公交站新建候车亭", 120, "座"), LocalDate.of(2024, 2, 29)),
                new Step("选址和设计", 20, LocalDate.of(2023, 8, 31)),
                new Step("制作安装过半", 40, LocalDate.of(2023, 12, 31)),
                new Step("全部启用", 40, LocalDate.of(2024, 2, 29)));
        parking = planned(
                round,
                plan(
                        "新增停车泊位（演示）",
                        "organ-urban-management",
                        new Goal("利用闲置地块新增公共停车泊位", 5_000, "个"),
                        LocalDate.of(2023, 12, 15)),
                new Step("落实地块", 30, LocalDate.of(2023, 7, 31)),
                new Step("建成启用", 70, LocalDate.of(2023, 12, 15)));
    }

    private static Plan plan(String title, String organ, Goal goal, LocalDate deadline) {
        return new Plan(
                title,
                CHOSEN,
                organ,
                goal,
                deadline,
                List.of(new Source("市级财政", 6_000_000_00), new Source("区级财政", 2_000_000_00)),
                "列入年度监督计划，每月公布进展，资金专款专用。");
    }

    private UUID planned(UUID round, Plan plan, Step... steps) {
        return deliveries.plan(round, plan, List.of(steps)).orThrow().id();
    }

    /** What was done by the end of the year. */
    void work() {
        Map<String, UUID> projects = Map.of("lights", lights, "shelters", shelters, "parking", parking);
        cards.enter(projects);
        personas.caller("secretariat").run(() -> papers.publish(projects));
        contract(lights, 5_600_000_00, 5_600_000_00);
        reach(lights, 1, LocalDate.of(2023, 6, 20), "摸底1,236个单元（演示）。");
        reach(lights, 2, LocalDate.of(2023, 9, 28), "全部更换完毕（演示）。");
        reach(lights, 3, LocalDate.of(2023, 10, 30), "资料齐备（演示）。");
        personas.caller("secretariat")
                .run(() ->
                        deliveries.accept(lights, "演示验收单〔2023〕1号", "各社区物业服务单位").orThrow());
        evaluation.rate(deliveries.byId(lights).orElseThrow().round(), lights, shelters);
        contract(shelters, 4_800_000_00, 2_400_000_00);
        reach(shelters, 1, LocalDate.of(2023, 8, 25), "120处站点选址和设计完成（演示）。");
        reach(shelters, 2, LocalDate.of(2023, 12, 8), "已安装66座（演示）。");
        contract(parking, 7_500_000_00, 4_500_000_00);
        reach(parking, 1, LocalDate.of(2023, 8, 3), "落实地块32处（演示）。");
    }

    private void contract(UUID id, long sum, long paid) {
        deliveries
                .contract(id, new NewContract("工程施工", "演示建设公司", "演示合同〔2023〕" + number(id) + "号", sum))
                .orThrow();
        deliveries
                .pay(id, 1, new Payment(paid, LocalDate.of(2023, 11, 20), "演示付款单" + number(id), "first"))
                .orThrow();
    }

    private int number(UUID id) {
        return deliveries.byId(id).map(Delivery::number).orElseThrow();
    }

    private void reach(UUID id, int milestone, LocalDate day, String note) {
        deliveries.reach(id, milestone, day, note).orThrow();
    }
}
