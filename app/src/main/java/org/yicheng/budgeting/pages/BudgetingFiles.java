package org.yicheng.budgeting.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.budgeting.Election;
import org.yicheng.document.Sheets;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of a comparison as files; one line a number, so that a spreadsheet can pivot them. A fraction stands in two
 * columns, value over divisor: 13/25 in one cell would be read as a date.
 */
@Component
class BudgetingFiles {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER = List.of("rule", "about", "of", "measure", "value", "over");

    private final JsonMapper json;

    BudgetingFiles(JsonMapper json) {
        this.json = json;
    }

    /** The election as it is kept, for any tool that reads Pabulib files. */
    static ResponseEntity<byte[]> pb(Election election) {
        return answer(
                "text/plain;charset=UTF-8",
                election.id() + ".pb",
                election.open().text());
    }

    ResponseEntity<byte[]> file(String format, BudgetingView view) {
        Numbered numbers = Numbered.of(view);
        String name = numbers.id() + "." + format;
        return switch (format) {
            case "json" -> answer("application/json", name, json.writeValueAsString(numbers));
            case "xlsx" -> answer(XLSX, name, Sheets.figures(HEADER, lines(numbers)));
            default -> answer("text/csv;charset=UTF-8", name, Sheets.csv(HEADER, lines(numbers)));
        };
    }

    private static ResponseEntity<byte[]> answer(String type, String name, String text) {
        return answer(type, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static List<List<String>> lines(Numbered numbers) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("", "election", numbers.id(), "budget", numbers.budget()));
        lines.add(List.of("", "election", numbers.id(), "ties", numbers.ties()));
        lines.add(List.of("", "election", numbers.id(), "drop_over_budget", "" + numbers.drop()));
        lines.add(List.of("", "election", numbers.id(), "voters", "" + numbers.voters()));
        for (Numbered.Project one : numbers.projects()) {
            lines.add(List.of("", "project", one.id(), "name", one.name()));
            lines.add(List.of("", "project", one.id(), "cost", one.cost()));
            lines.add(List.of("", "project", one.id(), "votes", "" + one.votes()));
        }
        numbers.rules().forEach(rule -> lines(lines, numbers, rule));
        return lines.stream().map(BudgetingFiles::divided).toList();
    }

    private static List<String> divided(List<String> line) {
        List<String> cells = new ArrayList<>(line);
        String[] parts = cells.removeLast().split("/", 2);
        boolean fraction = parts.length == 2 && line.getLast().matches("-?\\d+/\\d+");
        cells.add(fraction ? parts[0] : line.getLast());
        cells.add(fraction ? parts[1] : "");
        return cells;
    }

    private static void lines(List<List<String>> lines, Numbered numbers, Numbered.Rule rule) {
        String key = rule.rule();
        lines.add(List.of(key, "rule", key, "finished", "" + rule.finished()));
        rule.refused().forEach(tie -> {
            lines.add(List.of(key, "rule", key, "tied_projects", "" + tie.projects()));
            lines.add(List.of(key, "rule", key, "tied_in_round", "" + tie.round()));
            lines.add(List.of(key, "rule", key, "tied_at", "" + tie.value()));
        });
        rule.cost().ifPresent(cost -> lines.add(List.of(key, "rule", key, "cost", cost)));
        rule.measures().ifPresent(one -> {
            lines.add(List.of(key, "rule", key, "left", one.left()));
            lines.add(List.of(
                    key, "rule", key, "votes_per_unit", one.votesPerUnit().orElse("")));
            lines.add(List.of(key, "rule", key, "voters_with_a_funded_project", "" + one.served()));
            lines.add(
                    List.of(key, "rule", key, "satisfied_share", one.satisfied().orElse("")));
            lines.add(List.of(key, "rule", key, "feasible", "" + one.feasible()));
            lines.add(List.of(key, "rule", key, "exhaustive", "" + one.exhaustive()));
            numbers.projects()
                    .forEach(project -> lines.add(List.of(
                            key,
                            "project",
                            project.id(),
                            "selected",
                            rule.selected().contains(project.id()) ? "1" : "0")));
        });
        rule.groups()
                .forEach((column, groups) -> groups.forEach(group -> {
                    lines.add(List.of(key, column, group.name(), "voters", "" + group.voters()));
                    lines.add(List.of(key, column, group.name(), "voters_with_a_funded_project", "" + group.served()));
                    lines.add(List.of(
                            key,
                            column,
                            group.name(),
                            "satisfied_share",
                            group.satisfied().orElse("")));
                    lines.add(List.of(
                            key,
                            column,
                            group.name(),
                            "part_of_all_satisfied",
                            group.part().orElse("")));
                }));
        for (Numbered.Round round : rule.rounds()) {
            lines.add(List.of(
                    key, "round", round.project(), round.step(), round.price().orElse("")));
        }
    }
}
