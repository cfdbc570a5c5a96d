package org.yicheng.proposals.handling.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.proposals.handling.Line;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.web.Paging;

/** Handlings as lines, the most urgent first. */
@Component
class HandlingLists {

    /** Which part of a list. */
    enum Part {
        OPEN(
                "SUBMITTED",
                "ACCEPTED",
                "ASSIGNED",
                "RECEIVED",
                "OBJECTED",
                "IN_HANDLING",
                "REPLY_DRAFT",
                "REPLY_REVIEW",
                "NOT_SATISFIED",
                "REHANDLING",
                "REPLY_DRAFT_AGAIN",
                "REPLY_REVIEW_AGAIN",
                "COORDINATION"),
        TO_SCREEN("SUBMITTED"),
        TO_ASSIGN("ACCEPTED", "OBJECTED"),
        HANDLED(
                "ASSIGNED",
                "RECEIVED",
                "IN_HANDLING",
                "REPLY_DRAFT",
                "REPLY_REVIEW",
                "REHANDLING",
                "REPLY_DRAFT_AGAIN",
                "REPLY_REVIEW_AGAIN"),
        ANSWERED("REPLIED", "REPLIED_AGAIN"),
        DISSATISFIED("NOT_SATISFIED", "COORDINATION"),
        ALL;

        private final List<String> states;

        Part(String... states) {
            this.states = List.of(states);
        }

        boolean holds(Line line) {
            return states.isEmpty() || states.contains(line.state());
        }
    }

    private final Deadlines deadlines;
    private final Matters matters;
    private final Procedures procedures;
    private final Clock clock;

    HandlingLists(Deadlines deadlines, Matters matters, Procedures procedures, Clock clock) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.matters = matters;
        this.procedures = procedures;
    }

    /** A page of them, the next due first. */
    List<Item> items(List<Line> lines, Paging page) {
        Map<UUID, List<Deadline>> limits =
                deadlines.running(lines.stream().map(Line::matter).toList());
        List<Line> shown = lines.stream()
                .sorted(Comparator.comparing(
                        line -> next(limits, line).flatMap(Deadline::due).orElse(LocalDate.MAX)))
                .skip(page.offset())
                .limit(page.size())
                .toList();
        Map<UUID, Integer> groups = groups(shown);
        return shown.stream()
                .map(line -> new Item(
                        line,
                        procedures
                                .byId(Setting.procedureOf(line.kind()))
                                .flatMap(procedure -> procedure.state(line.state()))
                                .orElseThrow()
                                .name(),
                        next(limits, line),
                        1 + groups.getOrDefault(line.matter(), 0)))
                .toList();
    }

    /** The next duty, else the next right that has not lapsed: a lapsed right is nobody's delay. */
    private Optional<Deadline> next(Map<UUID, List<Deadline>> limits, Line line) {
        List<Deadline> running = limits.getOrDefault(line.matter(), List.of());
        return running.stream()
                .filter(limit -> limit.kind() == Procedure.LimitKind.DUTY)
                .findFirst()
                .or(() -> running.stream().filter(this::stands).findFirst());
    }

    private boolean stands(Deadline limit) {
        return limit.left(LocalDate.now(clock)).map(days -> days >= 0).orElse(true);
    }

    private Map<UUID, Integer> groups(List<Line> lines) {
        Map<UUID, Integer> groups = new HashMap<>();
        matters.standingLinks(lines.stream().map(Line::matter).toList()).stream()
                .filter(link -> link.type() == Matter.LinkType.MERGED)
                .forEach(link -> {
                    groups.merge(link.from(), 1, Integer::sum);
                    groups.merge(link.to(), 1, Integer::sum);
                });
        return groups;
    }

    static boolean found(Line line, String words) {
        String all = line.title() + " " + line.number().map(String::valueOf).orElse("") + " "
                + String.join(" ", line.organs());
        return words.isBlank() || Arrays.stream(words.strip().split("\\s+")).allMatch(all::contains);
    }
}
