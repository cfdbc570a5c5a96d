package org.yicheng.demo.city;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Boards;
import org.yicheng.debate.Change;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.rule.Bilingual;

/** The demo session's agenda as a tree, one invented draft resolution with two amendments, and a board. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoDebate {

    private final Agendas agendas;
    private final Motions motions;
    private final Boards boards;

    DemoDebate(Agendas agendas, Motions motions, Boards boards) {
        this.agendas = agendas;
        this.motions = motions;
        this.boards = boards;
    }

    void prepare(String sitting) {
        Motion motion = draft(sitting);
        UUID reports = item(
                sitting, Optional.empty(), AgendaItem.Kind.TOPIC, "听取和审议工作报告", "Hear and deliberate work reports", 0);
        item(sitting, Optional.of(reports), AgendaItem.Kind.REPORT, "市人民政府工作报告", "Report of the government", 60);
        item(
                sitting,
                Optional.of(reports),
                AgendaItem.Kind.REPORT,
                "市人大常委会工作报告",
                "Report of the standing committee",
                40);
        item(sitting, Optional.of(reports), AgendaItem.Kind.REPORT, "市中级人民法院工作报告", "Report of the court", 30);
        item(sitting, Optional.of(reports), AgendaItem.Kind.REPORT, "市人民检察院工作报告", "Report of the procuratorate", 30);
        UUID deliberation =
                item(sitting, Optional.empty(), AgendaItem.Kind.TOPIC, "审议决议草案", "Deliberate draft resolutions", 0);
        agendas.add(
                        sitting,
                        Optional.of(deliberation),
                        new Agendas.Draft(
                                AgendaItem.Kind.MOTION, motion.title(), "", 30, 5, false, Optional.of(motion.id())))
                .orThrow();
        item(sitting, Optional.empty(), AgendaItem.Kind.ELECTION, "选举", "Elections", 60);
        boards.add(sitting, "main", "主席台左侧屏幕").orThrow();
    }

    private UUID item(String sitting, Optional<UUID> parent, AgendaItem.Kind kind, String zh, String en, int minutes) {
        Agendas.Draft draft = new Agendas.Draft(kind, new Bilingual(zh, en), "", minutes, 0, false, Optional.empty());
        return agendas.add(sitting, parent, draft).orThrow().id();
    }

    private Motion draft(String sitting) {
        Motion motion = motions.table(
                        sitting,
                        new Motions.Tabled(
                                new Bilingual("关于建设口袋公园的决议（草案）", "Resolution on pocket parks (draft)"),
                                "大会主席团",
                                Optional.empty(),
                                0,
                                List.of(
                                        "会议听取和审议了关于建设口袋公园情况的说明，同意所提出的安排。",
                                        "会议要求，今年在主城区新建口袋公园20处，优先选择老旧小区周边的边角地块。",
                                        "会议要求，公园设计应当听取周边居民意见，设置无障碍通道和休息座椅。",
                                        "市人民政府应当在年底前向市人民代表大会常务委员会报告办理情况。"),
                                true))
                .orThrow();
        motions.move(motion.id(), "list", new Motions.Saying("", "主席团第一次会议（演示）", 0))
                .orThrow();
        amend(motion, Change.replace(2, 2, "会议要求，今年在主城区和县城新建口袋公园30处，优先选择老旧小区周边的边角地块。"), "县城居民同样需要。", 10);
        amend(motion, Change.insertAfter(3, "公园建成后由街道办事处负责日常养护，养护经费列入区级预算。"), "建成之后要有人管。", 30);
        return motion;
    }

    private void amend(Motion motion, Change change, String reason, int from) {
        List<String> signers =
                IntStream.range(from, from + 10).mapToObj("S%04d"::formatted).toList();
        motions.fileOnPaper(motion.id(), new Motions.Drafted(Optional.empty(), change, reason), signers)
                .orThrow();
    }
}
