package org.yicheng.livelihood.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Remarks;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;

/** What deputies said on candidates in their delegations; who reads which of it the deliberating service knows. */
@Component
class ProjectRemarks {

    private final ObjectProvider<Remarks> remarks;
    private final Projects projects;

    ProjectRemarks(ObjectProvider<Remarks> remarks, Projects projects) {
        this.remarks = remarks;
        this.projects = projects;
    }

    /** Of those on which something was handed in. */
    Map<UUID, Remarks.Tally> on(Round round) {
        List<Project> referred =
                projects.of(round.id()).stream().filter(Project::referred).toList();
        Map<String, Remarks.Tally> tallies = tallies(referred);
        Map<UUID, Remarks.Tally> found = new HashMap<>();
        for (Project project : referred) {
            Optional.ofNullable(tallies.get(project.subject())).ifPresent(tally -> found.put(project.id(), tally));
        }
        return found;
    }

    private Map<String, Remarks.Tally> tallies(List<Project> of) {
        return remarks.stream()
                .findFirst()
                .map(source -> source.tallies(of.stream().map(Project::subject).toList()))
                .orElse(Map.of());
    }

    /** None before it was referred to the deputies. */
    Optional<Remarks.Tally> on(Project project) {
        return Optional.of(project)
                .filter(Project::referred)
                .map(one -> tallies(List.of(one)).getOrDefault(one.subject(), new Remarks.Tally(0, 0)));
    }

    List<Remarks.Remark> remarks(Project project) {
        return remarks.stream()
                .findFirst()
                .map(source -> source.on(project.subject()))
                .orElse(List.of());
    }
}
