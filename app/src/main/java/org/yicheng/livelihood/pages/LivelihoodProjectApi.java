package org.yicheng.livelihood.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Remarks;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Projects over REST: what their pages do. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "livelihood")
public class LivelihoodProjectApi {

    private final Projects projects;
    private final ProjectRemarks said;
    private final LivelihoodScope scope;

    LivelihoodProjectApi(Projects projects, ProjectRemarks said, LivelihoodScope scope) {
        this.said = said;
        this.projects = projects;
        this.scope = scope;
    }

    record Standard(Criterion criterion, boolean usual, Citation source) {}

    record Screened(Map<Criterion, Project.Check> checks) {}

    record Dropped(String reason) {}

    record Moved(Projects.Step step, LocalDate day, String record) {}

    /** @param taken what moved it so far */
    record Listed(List<Projects.Taken> taken, List<Project> projects) {}

    @Operation(summary = "筛选标准及其依据 Criteria of the screening, with sources")
    @GetMapping("/livelihood/criteria")
    @Needs(Permission.PUBLIC_READ)
    List<Standard> criteria() {
        return Arrays.stream(Criterion.values())
                .map(one -> new Standard(one, one.usual(), one.source()))
                .toList();
    }

    @Operation(summary = "候选项目名单，确定以后公开 The list of candidates, once it is fixed")
    @GetMapping("/livelihood/rounds/{id}/list")
    @Needs(Permission.PUBLIC_READ)
    Listed listed(@PathVariable UUID id) {
        scope.round(id);
        return new Listed(
                projects.taken(id),
                projects.of(id).stream().filter(one -> one.state().open()).toList());
    }

    @Operation(summary = "全部项目 All projects of a round")
    @GetMapping("/livelihood/rounds/{id}/projects")
    @Needs(Permission.LIVELIHOOD_KEEP)
    List<Project> all(@PathVariable UUID id) {
        scope.keptRound(id);
        return projects.of(id);
    }

    /** @param tally what was handed in @param remarks those that the caller may read */
    record Said(Remarks.Tally tally, List<Remarks.Remark> remarks) {}

    @Operation(summary = "代表对一个候选项目的审议意见 What the deputies said on a candidate")
    @GetMapping("/livelihood/projects/{id}/remarks")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Said said(@PathVariable UUID id) {
        Project project = kept(id);
        return new Said(said.on(project).orElse(new Remarks.Tally(0, 0)), said.remarks(project));
    }

    @Operation(summary = "提出项目，来自心愿或者部门 Make a project of wishes, or enter a department's")
    @PostMapping("/livelihood/rounds/{id}/projects")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Project propose(@PathVariable UUID id, @RequestBody Projects.Draft draft) {
        scope.keptRound(id);
        return projects.propose(id, draft).orThrow();
    }

    @Operation(summary = "登记筛选结果 Enter what the screening found, criterion by criterion")
    @PostMapping("/livelihood/projects/{id}/screen")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Project screen(@PathVariable UUID id, @RequestBody Screened screened) {
        kept(id);
        return projects.screen(id, screened.checks()).orThrow();
    }

    @Operation(summary = "不列入，说明理由 Drop a project, with the reason")
    @PostMapping("/livelihood/projects/{id}/drop")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Project drop(@PathVariable UUID id, @RequestBody Dropped dropped) {
        kept(id);
        return projects.drop(id, dropped.reason()).orThrow();
    }

    @Operation(
            summary =
                    "登记政府常务会议确定、常务委员会听取、交代表审议 Enter what moves the list: executive meeting, standing committee, referral")
    @PostMapping("/livelihood/rounds/{id}/list")
    @Needs(Permission.LIVELIHOOD_KEEP)
    List<Projects.Taken> take(@PathVariable UUID id, @RequestBody Moved moved) {
        scope.keptRound(id);
        return projects.take(id, new Projects.Taken(moved.step(), moved.day(), moved.record()))
                .orThrow();
    }

    private Project kept(UUID id) {
        Project project = projects.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.project.unknown", "value", id)));
        scope.keptRound(project.round());
        return project;
    }
}
