package org.yicheng.livelihood.store;

import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.livelihood.Ballots.Plan;
import org.yicheng.livelihood.Round;

/** The ballot method 票决办法 in official Chinese, with all that it has to state. */
final class BallotMethod {

    private BallotMethod() {}

    static String of(Round round, Plan plan, int projects) {
        int margin = projects - plan.choose();
        return String.join(
                "\n",
                "一、" + round.year() + "年度民生实事项目由全体代表以无记名投票方式票决。",
                "二、候选项目" + projects + "项，应选" + plan.choose() + "项，" + (margin > 0 ? "差额" + margin + "项。" : "等额票决。"),
                "三、" + way(plan),
                "四、" + marks(plan),
                "五、" + determined(plan),
                "六、票数相等不能确定的，只就票数相等的项目再次投票，" + (plan.preset() == Preset.RANK ? "得分多的选定。" : "得赞成票多的选定。"),
                "七、名额未满的，" + (plan.again() ? "就未选定的项目再次票决。" : "空缺，本次会议不再票决。"),
                "八、收回的票数多于发出的票数，票决无效，重新进行。",
                "九、票决结果经主席团确认后，由会议主持人当场宣布，由主席团公告。");
    }

    private static String way(Plan plan) {
        return switch (plan.secrecy()) {
            case PAPER_TWO_TELLERS -> "采用纸质票，由两名计票人分别录入，一致后计票。";
            case PAPER_SCANNED -> "采用纸质票，由扫描设备读票，存疑的由监票人认定。";
            case ELECTRONIC_UNRECORDED -> "采用电子票，签到的代表一人一票，不记录投票人。";
        };
    }

    private static String marks(Plan plan) {
        return switch (plan.preset()) {
            case RANK -> "代表从1起填写序号，1为最优先，最多填写" + plan.choose() + "个；序号重复、间断或者多于" + plan.choose() + "个的，整张票作废。";
            case EQUAL -> "代表对每个项目可以赞成、反对或者弃权。";
            case PLURALITY, MAJORITY_THEN_PLURALITY -> "代表对每个项目可以赞成、反对或者弃权；赞成的项目多于" + plan.choose() + "项的，整张票作废。";
        };
    }

    private static String determined(Plan plan) {
        String half = base(plan.base()) + "过半数赞成的";
        return switch (plan.preset()) {
            case PLURALITY -> "得赞成票多的选定。";
            case MAJORITY_THEN_PLURALITY -> "获得" + half + "，以得赞成票多的选定。";
            case EQUAL -> "获得" + half + "，选定。";
            case RANK -> "第1位计" + plan.choose() + "分，以后每位递减1分，得分多的选定。";
        };
    }

    private static String base(Basis base) {
        return switch (base) {
            case PRESENT -> "到会代表";
            case VALID -> "有效票";
            case ALL_MEMBERS, YES_NO, CAST -> "全体代表";
        };
    }
}
