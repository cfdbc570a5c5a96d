package org.yicheng.proposals.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yicheng.document.Sheets;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** The cells of one row as values; what cannot be read is a fault that names column, value and rule. */
final class ImportCells {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** As everybody says for 建议、批评和意见. */
    private static final String SUGGESTION = "建议";

    private static final List<String> MOVERS = Stream.concat(
                    FilingRules.MOVERS.stream().sorted(),
                    Arrays.stream(Mover.values()).map(Mover::name))
            .toList();

    private final FilingTable table;
    private final Sheets.Line line;
    private final Words words;
    private final List<Refusal> faults = new ArrayList<>();

    ImportCells(FilingTable table, Sheets.Line line, Words words) {
        this.table = table;
        this.line = line;
        this.words = words;
    }

    List<Refusal> faults() {
        return faults;
    }

    int row() {
        return line.number();
    }

    String text(String column) {
        return table.get(line, column);
    }

    Optional<Kind> kind() {
        String cell = text("kind");
        Optional<Kind> kind = cell.equals(SUGGESTION)
                ? Optional.of(Kind.SUGGESTION)
                : FilingTable.meant(cell, List.of(Kind.values()), words, one -> "proposals.kind-" + one.name());
        if (kind.isEmpty()) {
            faults.add(Refusal.at("kind", "proposals.import-kind", "value", cell, "choices", names(Kind.values())));
        }
        return kind;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** What became of it where it comes from; nothing if the file doesn't say. */
    Optional<State> state() {
        String cell = text("state");
        if (cell.isEmpty() || cell.equalsIgnoreCase("CONCLUDED") || concluded(cell)) {
            return cell.isEmpty() ? Optional.empty() : Optional.of(State.DECIDED);
        }
        Optional<State> state = FilingTable.meant(
                cell,
                Arrays.stream(State.values()).filter(one -> one != State.DRAFT).toList(),
                words,
                one -> "proposals.state-" + one.name());
        if (state.isEmpty()) {
            faults.add(Refusal.at("state", "proposals.import-state", "value", cell));
        }
        return state;
    }

    private boolean concluded(String cell) {
        return Stream.of(Language.values())
                .anyMatch(language ->
                        words.say(language, "proposals.state-CONCLUDED").equalsIgnoreCase(cell));
    }

    Optional<Integer> number() {
        String cell = text("number");
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.matches("[1-9]\\d{0,5}")) {
            return Optional.of(Integer.parseInt(cell));
        }
        faults.add(Refusal.at("number", "proposals.import-number", "value", cell));
        return Optional.empty();
    }

    /** When it was received: a day, or a day and a time; without an offset by the clock of the place. */
    Instant received(Instant now) {
        String cell = text("received").replaceFirst("^(\\S+) (\\S+)$", "$1T$2");
        if (cell.isEmpty()) {
            return now;
        }
        Optional<Instant> read = Stream.<Reader>of(
                        text -> OffsetDateTime.parse(text).toInstant(),
                        text -> LocalDateTime.parse(text).atZone(ZONE).toInstant(),
                        text -> LocalDate.parse(text).atStartOfDay(ZONE).toInstant())
                .flatMap(reader -> read(reader, cell).stream())
                .findFirst()
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        if (read.isEmpty()) {
            faults.add(Refusal.at("received", "proposals.import-received", "value", text("received")));
        } else if (read.get().isAfter(now)) {
            faults.add(Refusal.at(
                    "received",
                    "proposals.import-future",
                    "value",
                    text("received"),
                    "now",
                    TIME.format(now.atZone(ZONE))));
        }
        return read.orElse(now);
    }

    /** Whether the hour is told: a motion's deadline falls at a second. */
    boolean timed() {
        return text("received").isEmpty() || text("received").contains(":");
    }

    private interface Reader {
        Instant read(String text);
    }

    private static Optional<Instant> read(Reader reader, String text) {
        try {
            return Optional.of(reader.read(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The code of who moves it, if members don't. */
    String mover() {
        String cell = text("mover");
        if (cell.isEmpty()) {
            return "";
        }
        Optional<String> mover = MOVERS.stream()
                .filter(one -> one.equalsIgnoreCase(cell)
                        || Stream.of(Language.values())
                                .anyMatch(language -> words.say(language, "proposals.mover-" + one)
                                        .equalsIgnoreCase(cell)))
                .findFirst();
        if (mover.isEmpty()) {
            faults.add(Refusal.at("mover", "proposals.import-mover", "value", cell, "choices", MOVERS));
        }
        return mover.orElse("");
    }

    /** Numbers of who signs, the lead first, who may stand among the signers again; whoever else stands twice is a fault. */
    List<String> signers() {
        String lead = text("lead");
        List<String> others = Arrays.stream(text("signers").split("[\\s,，、;；]+"))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> all = new ArrayList<>();
        if (!lead.isEmpty()) {
            all.add(lead);
        }
        others.remove(lead);
        for (String number : others) {
            if (all.contains(number)) {
                faults.add(Refusal.at("signers", "proposals.import-signer-twice", "value", number));
            } else {
                all.add(number);
            }
        }
        return all;
    }

    Text text(Kind kind) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String cell = text(part.name());
            if (kind.all().contains(part)) {
                // A part that may be left out is no part of the text while it is empty.
                if (!cell.isEmpty() || kind.parts().contains(part)) {
                    parts.put(part, cell);
                }
            } else if (!cell.isEmpty()) {
                faults.add(Refusal.at(
                        part.name(),
                        kind.ground(),
                        "proposals.import-part-not-here",
                        "kind",
                        Phrase.of("proposals.kind-" + kind),
                        "length",
                        cell.length()));
            }
        }
        return new Text(text("title"), parts);
    }
}
