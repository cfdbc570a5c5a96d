package org.yicheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yicheng.count.projects.Measures;
import org.yicheng.count.projects.PbCheck;
import org.yicheng.count.projects.PbFile;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.ProjectRule;
import org.yicheng.count.projects.Ratio;
import org.yicheng.count.projects.Selection;
import org.yicheng.count.projects.Ties;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code yicheng count projects FILE.pb}: which projects each rule funds, whether the file is sound, or the file again. */
@Command(
        name = "projects",
        mixinStandardHelpOptions = true,
        description = "参与式预算：按各规则计算Pabulib（.pb）文件中入选的项目。" + "Which projects the rules fund in a Pabulib (.pb) file.")
final class ProjectsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Pabulib；- 为标准输入。Pabulib file; - for standard input.")
    String file;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "规则，可重复；不写为全部。A rule, may be repeated; without it: all. greedy/cost, mes/cost+add1, mes/cost+add=250, phragmen …")
    List<String> rules = new ArrayList<>();

    @Option(
            names = "--ties",
            paramLabel = "WAY",
            description = "并列时谁在先。What comes first in a tie: id|approvals|mincost|maxcost|refuse")
    String ties = Ties.ID.key();

    @Option(names = "--measures", description = "附上比较各规则的指标。Adds the measures that compare rules.")
    boolean measures;

    @Option(names = "--text", description = "输出供人阅读的文字。Writes lines to be read instead of JSON.")
    boolean text;

    @Option(names = "--explain", description = "逐轮说明。Says why, round by round.")
    boolean explain;

    @Option(
            names = "--drop-over-budget",
            description = "先去掉造价超过全部预算的项目。First leaves out projects dearer than the whole budget.")
    boolean dropOverBudget;

    @ArgGroup
    Instead instead = new Instead();

    /** What is done in place of counting. */
    static final class Instead {
        @Option(names = "--check", description = "检查文件格式。Checks the file.")
        boolean check;

        @Option(names = "--export", description = "输出等同的.pb文件。Writes the file again.")
        boolean export;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            String written = new String(Input.bytes(file, System.in), StandardCharsets.UTF_8);
            if (instead.check) {
                return check(written, out);
            }
            PbFile pb = PbFile.read(written).orThrow();
            out.print(instead.export ? pb.text() : counted(pb));
            return Exit.DONE;
        } catch (Input.Unreadable e) {
            err.println(e.getMessage());
            return Exit.USAGE;
        } catch (RefusedException e) {
            Messages.refuse(err, e.reasons());
            return Exit.REFUSED;
        }
    }

    private static int check(String text, PrintWriter out) {
        List<PbCheck.Finding> findings = PbCheck.of(text);
        out.print(JSON.writeValueAsString(Map.of(
                        "errors", said(findings, true),
                        "warnings", said(findings, false)))
                + "\n");
        return findings.stream().anyMatch(PbCheck.Finding::error) ? Exit.REFUSED : Exit.DONE;
    }

    private static List<Map<String, Object>> said(List<PbCheck.Finding> findings, boolean errors) {
        return findings.stream()
                .filter(one -> one.error() == errors)
                .map(one -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("line", one.line());
                    said.put("code", one.reason().code());
                    said.put("messages", Messages.spoken(one.reason()));
                    return said;
                })
                .toList();
    }

    private String counted(PbFile pb) {
        ProjectElection election = dropOverBudget ? pb.election().withoutUnaffordable() : pb.election();
        Ties way = Ties.byKey(ties)
                .orElseThrow(() -> new RefusedException(List.of(Refusal.at(
                        "--ties",
                        "count.pb-ties",
                        "value",
                        ties,
                        "known",
                        Stream.of(Ties.values()).map(Ties::key).toList()))));
        Map<String, Object> counted = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        for (ProjectRule rule : asked(election)) {
            Ruling<Selection> ruling = rule.choose(election, way, explain);
            counted.put(rule.key(), json(election, ruling));
            lines.append(ProjectsText.of(rule.key(), election, ruling));
        }
        return text ? lines.toString() : JSON.writeValueAsString(Map.of("rules", counted)) + "\n";
    }

    private Map<String, Object> json(ProjectElection election, Ruling<Selection> ruling) {
        return switch (ruling) {
            case Ruling.Granted<Selection>(Selection chosen) -> chosen(election, chosen);
            case Ruling.Refused<Selection>(List<Refusal> reasons) -> refused(reasons.getFirst());
        };
    }

    private static Map<String, Object> refused(Refusal reason) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("code", reason.code());
        said.putAll(reason.facts());
        said.put("messages", Messages.spoken(reason));
        return Map.of("refused", said);
    }

    private Map<String, Object> chosen(ProjectElection election, Selection chosen) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("selected", chosen.selected());
        said.put("order", chosen.order());
        said.put("cost", ProjectsText.plain(chosen.cost()));
        if (explain) {
            said.put(
                    "rounds",
                    chosen.rounds().stream().map(ProjectsCommand::round).toList());
        }
        if (measures) {
            said.put("measures", measured(Measures.of(election, chosen.order())));
        }
        return said;
    }

    private static Map<String, Object> measured(Measures measures) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("votes_per_unit", measures.votesPerUnit().map(Ratio::toString).orElse(null));
        said.put("voters", measures.voters());
        said.put("voters_with_a_funded_project", measures.served());
        said.put("satisfied_share", measures.satisfied().map(Ratio::toString).orElse(null));
        said.put("left", ProjectsText.plain(measures.left()));
        said.put("feasible", measures.feasible());
        said.put("exhaustive", measures.exhaustive());
        return said;
    }

    private List<ProjectRule> asked(ProjectElection election) {
        if (rules.isEmpty()) {
            return ProjectRule.of(election.type());
        }
        List<Refusal> unknown = new ArrayList<>();
        List<ProjectRule> asked = new ArrayList<>();
        for (String key : rules) {
            ProjectRule.byKey(election.type(), key)
                    .ifPresentOrElse(
                            asked::add,
                            () -> unknown.add(Refusal.at(
                                    "--rule",
                                    "count.pb-rule",
                                    "value",
                                    key,
                                    "type",
                                    election.type().key(),
                                    "known",
                                    ProjectRule.of(election.type()).stream()
                                            .map(ProjectRule::key)
                                            .toList())));
        }
        if (!unknown.isEmpty()) {
            throw new RefusedException(unknown);
        }
        return asked;
    }

    private static Map<String, Object> round(Selection.Round round) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("project", round.project());
        said.put("step", round.step().name());
        round.price().map(Ratio::toString).ifPresent(price -> said.put("price", price));
        said.put("left", round.left().toString());
        return said;
    }
}
