package org.yicheng.proposals.handling.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Procedures;
import org.yicheng.proposals.handling.Handling;

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

        boolean holds(Handling handling) {
            return states.isEmpty() || states.contains(handling.matter().state());
        }
    }

    private final Deadlines deadlines;
    private final Procedures procedures;

    HandlingLists(Deadlines deadlines, Procedures procedures) {
        this.deadlines = deadlines;
        this.procedures = procedures;
    }

    List<Item> items(List<Handling> handlings) {
        Map<UUID, List<Deadline>> limits = deadlines.running(
                handlings.stream().map(one -> one.matter().id()).toList());
        return handlings.stream()
                .map(one -> item(one, limits.getOrDefault(one.matter().id(), List.of())))
                .sorted(Comparator.comparing(
                        item -> item.until().flatMap(Deadline::due).orElse(LocalDate.MAX)))
                .toList();
    }

    private Item item(Handling handling, List<Deadline> limits) {
        return new Item(
                handling,
                procedures
                        .byId(handling.matter().procedure())
                        .flatMap(procedure -> procedure.state(handling.matter().state()))
                        .orElseThrow()
                        .name(),
                limits.stream()
                        .filter(limit -> limit.kind() == org.yicheng.matter.Procedure.LimitKind.DUTY)
                        .findFirst()
                        .or(() -> Optional.of(limits)
                                .filter(all -> !all.isEmpty())
                                .map(List::getFirst)));
    }

    static boolean found(Handling handling, String words) {
        String all = handling.filing().title() + " "
                + handling.filing().number().map(String::valueOf).orElse("") + " "
                + String.join(
                        " ",
                        handling.standing().stream()
                                .map(Handling.Assignment::organName)
                                .toList());
        return words.isBlank() || List.of(words.strip().split("\\s+")).stream().allMatch(all::contains);
    }
}
