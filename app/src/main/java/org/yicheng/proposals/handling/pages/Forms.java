package org.yicheng.proposals.handling.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Matter;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Share;

/** What forms send, as values. */
final class Forms {

    /** How many organs one form assigns. */
    static final int ORGANS = 5;

    private Forms() {}

    /** The rows {@code organ0, mode0, part0} and so on; empty rows are left out. */
    static List<Share> shares(Map<String, String> form) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < ORGANS; i++) {
            String organ = form.getOrDefault("organ" + i, "");
            if (!organ.isBlank()) {
                Mode mode = mode(form.getOrDefault("mode" + i, ""));
                shares.add(new Share(organ, mode, form.getOrDefault("part" + i, "")));
            }
        }
        return shares;
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElse(Mode.LEAD);
    }

    static Matter.Letter.Way way(String name) {
        return Arrays.stream(Matter.Letter.Way.values())
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElse(Matter.Letter.Way.PHONE);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<StatutoryPeriod> months(int months) {
        return Optional.of(StatutoryPeriod.ofMonths(Math.clamp(months, 1, 12)));
    }

    /** The filing with a number. */
    static Optional<UUID> numbered(List<Handling> all, String number) {
        return all.stream()
                .filter(one -> one.filing()
                        .number()
                        .map(String::valueOf)
                        .filter(number.strip()::equals)
                        .isPresent())
                .map(one -> one.filing().id())
                .findFirst();
    }
}
