package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.count.WriteInRule;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** What is printed of an election: the ballot paper 选票 and the report 选举结果报告单. Official paper is Chinese. */
@RestController
class ElectionSheets {

    private static final int MOST_BLANK_LINES = 5;

    private final Elections elections;
    private final Scrutiny scrutiny;
    private final Bodies bodies;
    private final ElectionScope scope;
    private final Typesetter typesetter;
    private final Prints prints;

    ElectionSheets(
            Elections elections,
            Scrutiny scrutiny,
            Bodies bodies,
            ElectionScope scope,
            Typesetter typesetter,
            Prints prints) {
        this.elections = elections;
        this.scrutiny = scrutiny;
        this.bodies = bodies;
        this.scope = scope;
        this.typesetter = typesetter;
        this.prints = prints;
    }

    /** The paper carries no code, number or trace: all papers of an election are alike. */
    @GetMapping("/elections/{id}/ballot-paper.pdf")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        Election election = scope.election(id, Permission.DESK_READ);
        List<Candidate> candidates = elections.candidates(id);
        if (candidates.isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.election-no-list", "title", election.title()));
        }
        if (election.dismissal()) {
            return pdf(dismissal(election, candidates.getFirst()));
        }
        if (election.projects()) {
            return pdf(projects(election, candidates));
        }
        boolean writeIns = election.terms().writeIn() != WriteInRule.NOT_ALLOWED;
        List<String> legend = new ArrayList<>();
        legend.add("应选" + election.terms().seats() + "名，候选人" + candidates.size() + "名，以姓氏笔画为序。");
        legend.add("赞成的，在方格内画“○”；反对的，画“×”；弃权的，画“△”或者不画。赞成的人数多于应选名额的，整张选票作废。");
        if (election.terms().writeIn() == WriteInRule.ONLY_WITH_OPPOSITION) {
            legend.add("表示反对的可以另选他人：写上姓名，在方格内画“○”，人数不得多于反对的人数。");
        } else if (writeIns) {
            legend.add("可以另选他人：写上姓名，在方格内画“○”。");
        }
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        Sheet sheet = Sheet.ballot(
                election.title().zh() + "选票" + (demo ? "（演示）" : ""),
                legend,
                candidates.stream().map(one -> spaced(one.label())).toList(),
                writeIns ? Math.min(election.terms().seats(), MOST_BLANK_LINES) : 0);
        return pdf(sheet);
    }

    private ResponseEntity<byte[]> pdf(Sheet sheet) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"ballot-paper.pdf\"")
                .body(typesetter.pdf(sheet.xhtml()));
    }

    /** 表决票: one name, the same marks, nobody written in. */
    private Sheet dismissal(Election election, Candidate person) {
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        return Sheet.ballot(
                election.title().zh() + "表决票" + (demo ? "（演示）" : ""),
                List.of(
                        "无记名投票。获得全体代表过半数赞成的，罢免案通过。",
                        "赞成罢免的，在方格内画“○”；反对罢免的，画“×”；弃权的，画“△”或者不画。画两种符号或者无法辨认的，这张票不计入赞成、反对。"),
                List.of(spaced(person.label())),
                0);
    }

    /** 票决票: the projects in their order, how they are marked or numbered, and what spoils the paper. */
    private Sheet projects(Election election, List<Candidate> projects) {
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        int choose = election.terms().seats();
        String figures = "无记名投票。候选项目" + projects.size() + "项，应选" + choose + "项。";
        String marks = "赞成的，在方格内画“○”；反对的，画“×”；弃权的，画“△”或者不画。";
        String legend = election.ranked()
                ? "在方格内从1起填写序号，1为最优先，最多填写" + choose + "个。序号重复、间断或者多于" + choose + "个的，整张票作废。"
                : projects.size() == choose ? marks + "逐项表决。" : marks + "赞成多于" + choose + "项的，整张票作废。";
        return Sheet.ballot(
                election.title().zh() + "票" + (demo ? "（演示）" : ""),
                List.of(figures, legend),
                projects.stream().map(one -> one.place() + ". " + one.label()).toList(),
                0);
    }

    /** A name of two characters is printed with a blank between them. */
    private static String spaced(String name) {
        return name.codePointCount(0, name.length()) == 2
                ? name.substring(0, name.offsetByCodePoints(0, 1)) + "　" + name.substring(name.offsetByCodePoints(0, 1))
                : name;
    }

    @GetMapping("/elections/{id}/report.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String format) {
        Election election = scope.seen(scope.election(id, Permission.MEMBER_DOCUMENTS));
        Election.Result result = election.outcome()
                .orElseThrow(() -> new RefusedException(
                        Refusal.plain("assembly.election-not-counted", "title", election.title())));
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        Sheet sheet = Sheet.plain(election.title().zh() + word(election) + "结果报告单");
        Election.Ballot ballot = election.ballot();
        String roll =
                "全体代表" + ballot.due().orElse(0) + "名，到会代表" + ballot.present().orElse(0) + "名。";
        sheet.paragraph(election.projects() ? roll : roll + account(election, result));
        sheet.table(header(election), rows(election, result));
        sheet.paragraph(result.explanation().zh());
        sheet.signatures(signatures(id));
        return prints.print(
                        sheet,
                        new Prints.What("election-report", "election:" + id + "-" + election.attempt(), demo),
                        Output.of(format))
                .answer();
    }

    private static String word(Election election) {
        return switch (election.kind()) {
            case PERSONS -> "选举";
            case DISMISSAL -> "表决";
            case PROJECTS -> election.title().zh().contains("票决") ? "" : "票决";
        };
    }

    /** The papers, and by how many votes it was to be decided; of a ballot on projects the explanation says all that. */
    private static String account(Election election, Election.Result result) {
        String papers = election.dismissal() ? "表决票" : "选票";
        String needed = election.dismissal() ? "通过" : "应选" + election.terms().seats() + "名，当选";
        return "发出" + papers + election.ballot().issued().orElse(0) + "张，收回" + papers
                + election.ballot().collected().orElse(0) + "张，其中有效票" + result.valid() + "张，废票"
                + result.invalid() + "张。" + needed + "须获赞成" + result.threshold() + "票。";
    }

    private static List<String> header(Election election) {
        String first = election.projects() ? "项目" : "姓名";
        return election.ranked()
                ? List.of(first, "得分", "排入的票数", "未排", "无法辨认", "结果")
                : List.of(first, "赞成", "反对", "弃权", "无法辨认", "结果");
    }

    private static List<List<String>> rows(Election election, Election.Result result) {
        List<List<String>> rows = new ArrayList<>();
        if (election.ranked()) {
            result.tallies()
                    .forEach(tally -> rows.add(List.of(
                            tally.label(),
                            "" + tally.points(),
                            "" + tally.approve(),
                            "" + tally.abstain(),
                            "" + tally.illegible(),
                            word(election, tally))));
            return rows;
        }
        for (Election.PersonTally tally : result.tallies()) {
            rows.add(List.of(
                    tally.label() + (tally.writeIn() ? "（另选）" : ""),
                    "" + tally.approve(),
                    tally.writeIn() ? "—" : "" + tally.oppose(),
                    tally.writeIn() ? "—" : "" + tally.abstain(),
                    tally.writeIn() ? "—" : "" + tally.illegible(),
                    word(election, tally)));
        }
        return rows;
    }

    private static String word(Election election, Election.PersonTally tally) {
        if (election.dismissal()) {
            return tally.elected() ? "罢免案通过" : "罢免案未通过";
        }
        String won = election.projects() ? "选定" : "当选";
        return tally.elected() ? won : tally.tied() ? "票数相等" : "未" + won;
    }

    private List<String> signatures(UUID id) {
        List<Scrutiny.Scrutineer> all = scrutiny.scrutineers(id);
        List<String> roles = new ArrayList<>();
        long chiefs = all.stream().filter(Scrutiny.Scrutineer::chief).count();
        roles.addAll(Collections.nCopies((int) Math.max(1, chiefs), "总监票人"));
        roles.addAll(Collections.nCopies((int) Math.max(1, all.size() - chiefs), "监票人"));
        roles.addAll(List.of("计票人", "计票人"));
        return roles;
    }
}
