package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Basis;
import org.yicheng.count.Threshold;
import org.yicheng.document.NameOrder;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Language;
import org.yicheng.web.Moments;

/** What is printed of a sitting: minutes, sign-in sheet, result sheets. Official paper is Chinese. */
@Component
public class SittingSheets {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final Bodies bodies;
    private final NameOrder names;
    private final Prints prints;
    private final Clock clock;

    SittingSheets(
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            Bodies bodies,
            NameOrder names,
            Prints prints,
            Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.bodies = bodies;
        this.names = names;
        this.prints = prints;
        this.clock = clock;
    }

    private Moments time() {
        return new Moments(clock.getZone(), Language.ZH);
    }

    private String sessionName(Sitting sitting) {
        return sessions.byId(sitting.subject().replaceFirst("^congress-session:", ""))
                .map(Session::name)
                .map(name -> name.zh())
                .orElse("");
    }

    /** 会议纪要. */
    public Prints.File minutes(Sitting sitting, Output output) {
        Instant opened = sitting.openedAt().orElse(sitting.plannedAt());
        Roll roll = sittings.roll(sitting.id(), opened);
        Sheet sheet = Sheet.minutes(sessionName(sitting) + sitting.name().zh() + "纪要");
        sheet.labelled(
                "时间",
                time().fullDay(opened)
                        + time().minute(opened)
                        + sitting.closedAt().map(at -> "至" + time().minute(at)).orElse(""));
        sheet.labelled("地点", sitting.hall());
        sheet.labelled("主持", sitting.presiding());
        String who = bodies.rules(sitting.body()).memberWord().zh();
        sheet.labelled(
                "出席",
                "应出席" + who + roll.due() + "名，实际出席" + who + roll.present() + "名，"
                        + (roll.met() ? "符合法定人数。" : "不足法定人数（须" + roll.required() + "名）。")
                        + "依据：" + roll.opening().source().zh() + "。");
        for (Question question : questions.ofSitting(sitting.id())) {
            sheet.heading(ChineseNumerals.of(question.number()) + "、"
                    + question.title().zh());
            sheet.paragraph(result(question));
        }
        sheet.paragraph(ruleSentence(sitting, roll));
        sheet.signed(office(sitting), time().fullDay(clock.instant()));
        return finished(sheet, "minutes", sitting, output);
    }

    /** A congress's session has a secretariat of its own; a standing committee signs itself. */
    private String office(Sitting sitting) {
        Body body = bodies.byId(sitting.body()).orElseThrow();
        return body.kind() == Body.Kind.STANDING_COMMITTEE ? body.name().zh() : sessionName(sitting) + "秘书处";
    }

    /** 公报用语: what a communiqué says of a sitting, one sentence for each thing that was done. */
    Prints.File communique(Sitting sitting, Output output) {
        Sheet sheet = Sheet.plain(sessionName(sitting) + sitting.name().zh() + "公报用语");
        sheet.paragraph(opening(sitting));
        for (Question question : questions.ofSitting(sitting.id())) {
            if (question.state() == Question.State.DECLARED) {
                question.outcome().map(outcome -> done(question, outcome)).ifPresent(sheet::paragraph);
            }
        }
        return finished(sheet, "communique", sitting, output);
    }

    private String opening(Sitting sitting) {
        Instant opened = sitting.openedAt().orElse(sitting.plannedAt());
        Roll roll = sittings.roll(sitting.id(), opened);
        String who = bodies.rules(sitting.body()).memberWord().zh();
        return sessionName(sitting) + sitting.name().zh() + "于" + time().fullDay(opened)
                + (sitting.hall().isEmpty() ? "" : "在" + sitting.hall()) + "举行。应出席会议" + who + roll.due() + "名，实际出席"
                + who
                + roll.present() + "名，" + (roll.met() ? "符合法定人数。" : "不足法定人数。")
                + (sitting.presiding().isEmpty() ? "" : "会议由" + sitting.presiding() + "主持。");
    }

    /** The item's title begins with what was to be done; the communiqué says that it was done. */
    private static String done(Question question, Outcome outcome) {
        String title = question.title().zh();
        String matter = title.replaceFirst("^(选举|表决|审议|听取)", "");
        return switch (outcome.result()) {
            case NOTED -> "会议听取了" + matter + "。";
            case ADOPTED -> (title.startsWith("选举") ? "会议选举产生了" : "会议表决通过了") + matter + "。";
            case REJECTED -> matter + "未获通过。";
            case VOID -> matter + "的表决无效。";
        };
    }

    private static String result(Question question) {
        Optional<Outcome> outcome = question.outcome().filter(_ -> question.state() == Question.State.DECLARED);
        return outcome.map(found -> found.result() == Outcome.Result.NOTED
                        ? "会议听取了此项。"
                        : found.announcement().zh().replace("\n", ""))
                .orElse("此项没有结果。");
    }

    /** What every decision of the sitting needed and on what ground; said once. */
    private String ruleSentence(Sitting sitting, Roll roll) {
        RuleSet rules = bodies.rules(sitting.body());
        return rules.decision().thresholds().stream()
                .filter(threshold -> threshold.basis() == Basis.ALL_MEMBERS)
                .map(Threshold::share)
                .map(share -> "以上各项表决，须有全体" + rules.memberWord().zh() + share.threshold(roll.due()) + "名以上赞成方为通过。依据："
                        + share.source().zh() + "。")
                .findFirst()
                .orElse("");
    }

    /** 签到表: by delegation, names in stroke order, with statistics. */
    public Prints.File signInSheet(Sitting sitting, Output output) {
        Instant at = sitting.closedAt().orElse(clock.instant());
        Set<String> present = new HashSet<>(sittings.presentMembers(sitting.id(), at));
        List<Member> members = bodies.membersOf(sitting.body()).stream()
                .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                .toList();
        Sheet sheet = Sheet.plain(sessionName(sitting) + sitting.name().zh() + "签到表");
        Roll roll = sittings.roll(sitting.id(), at);
        sheet.paragraph("截至" + time().fullDay(at) + time().second(at) + "：应到" + roll.due() + "名，实到" + roll.present()
                + "名，法定人数" + roll.required() + "名。姓名以笔画为序。");
        List<Roll.OfGroup> groups = sittings.rollByGroup(sitting.id(), at);
        List<List<String>> counts = groups.stream()
                .map(group -> List.of(
                        group.group().name(),
                        "" + group.due(),
                        "" + group.present(),
                        "" + group.onLeave(),
                        "" + group.absent()))
                .toList();
        if (!counts.isEmpty()) {
            String word = bodies.rules(sitting.body()).groupWord().zh();
            sheet.table(List.of(word, "应到", "实到", "请假", "未到"), counts);
        }
        Comparator<Member> order = Comparator.comparing(Member::name, names.byStrokes(NameOrder.SingleName.AS_ZERO));
        for (Group group : groupsOf(sitting)) {
            List<Member> own = members.stream()
                    .filter(member -> member.group().equals(group.code()))
                    .sorted(order)
                    .toList();
            if (!own.isEmpty()) {
                sheet.heading(group.name() + "（" + own.size() + "名）");
                sheet.table(List.of("姓名", "签到", "姓名", "签到", "姓名", "签到"), threeAbreast(own, present));
            }
        }
        return finished(sheet, "sign-in-sheet", sitting, output);
    }

    private List<Group> groupsOf(Sitting sitting) {
        List<Group> groups = bodies.groupsOf(sitting.body());
        return groups.isEmpty()
                ? List.of(new Group(sitting.body(), "", sitting.name().zh(), 0))
                : groups;
    }

    private static List<List<String>> threeAbreast(List<Member> members, Set<String> present) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < members.size(); i += 3) {
            List<String> row = new ArrayList<>();
            for (int j = i; j < i + 3; j++) {
                boolean there = j < members.size();
                row.add(there ? printed(members.get(j).name()) : "");
                row.add(there && present.contains(members.get(j).number()) ? "√" : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** A name of two characters is printed with a full-width space between them. */
    static String printed(String name) {
        int[] points = name.codePoints().toArray();
        return points.length == 2 ? Character.toString(points[0]) + "　" + Character.toString(points[1]) : name;
    }

    /** 表决结果单. */
    Prints.File resultSheet(Sitting sitting, Question question, Output output) {
        Outcome outcome = question.outcome().orElseThrow();
        Outcome.Votes votes = outcome.votes();
        Sheet sheet = Sheet.plain("表决结果单");
        sheet.paragraph(sessionName(sitting) + "　" + sitting.name().zh() + "　第" + question.number() + "项");
        sheet.heading(question.title().zh());
        sheet.table(
                List.of("应到", "实到", "须赞成", "赞成", "反对", "弃权", "未按", "结果"),
                List.of(List.of(
                        "" + outcome.due(),
                        "" + outcome.present(),
                        "" + outcome.required(),
                        "" + votes.votesFor(),
                        "" + votes.against(),
                        "" + votes.abstain(),
                        "" + votes.notPressed(),
                        outcome.announcement()
                                .zh()
                                .lines()
                                .reduce((_, last) -> last)
                                .orElse(""))));
        sheet.paragraph(outcome.explanation().zh());
        sheet.paragraph("依据："
                + String.join("、", outcome.grounds().stream().map(g -> g.zh()).toList()));
        sheet.signatures(List.of("总监票人", "监票人", "计票人"));
        return finished(sheet, "result-" + question.number(), sitting, output);
    }

    private Prints.File finished(Sheet sheet, String kind, Sitting sitting, Output output) {
        boolean demo = bodies.byId(sitting.body()).orElseThrow().demo();
        return prints.print(sheet, new Prints.What(kind, "sitting:" + sitting.id(), demo), output);
    }
}
