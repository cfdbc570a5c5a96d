package org.yicheng.proposals.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.count.MotionFiling;
import org.yicheng.document.RowFault;
import org.yicheng.document.Sheets;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Imports;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Place;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.Proposals.Mover;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** Holds every row of a table against the rules by which filings are made one by one. */
@Component
class ImportRules {

    private final FilingRules rules;
    private final ProposalRules proposals;
    private final FilingRows rows;
    private final PlaceRows places;
    private final Bodies bodies;
    private final Windows windows;
    private final Words words;

    ImportRules(
            FilingRules rules,
            ProposalRules proposals,
            FilingRows rows,
            PlaceRows places,
            Bodies bodies,
            Windows windows,
            Words words) {
        this.rules = rules;
        this.proposals = proposals;
        this.rows = rows;
        this.places = places;
        this.bodies = bodies;
        this.windows = windows;
        this.words = words;
    }

    /** What was read: rows to be taken, rows left out, faults. */
    record Read(List<ImportedRow> rows, List<Imports.LeftOut> left, List<RowFault> faults) {}

    /** What every row is held against. */
    private record Ground(
            String body,
            String subject,
            Optional<Window> window,
            Place place,
            Map<String, Member> members,
            Set<String> there,
            Set<String> numbers,
            Instant now) {}

    String subject(String body) {
        return windows.newest(body, Window.MOTION).map(Window::subject).orElse(Filings.beforeSessions(body));
    }

    Read read(String body, FilingTable table, Instant at) {
        Ground ground = ground(body, at.truncatedTo(ChronoUnit.SECONDS));
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Sheets.Line line : table.lines()) {
            ImportCells cells = new ImportCells(table, line, words);
            Optional<State> state = cells.state();
            if (state.filter(one -> one == State.WITHDRAWN || one == State.CONVERTED)
                    .isPresent()) {
                read.left().add(new Imports.LeftOut(line.number(), cells.text("title"), state.get()));
            } else {
                row(ground, cells, state).ifPresent(read.rows()::add);
                cells.faults().forEach(fault -> read.faults().add(new RowFault(line.number(), inColumn(fault))));
            }
        }
        return read;
    }

    /** A collective's name is the form's field {@code name}, and this table's column {@code mover_name}. */
    private static Refusal inColumn(Refusal fault) {
        return fault.field().filter("name"::equals).isEmpty()
                ? fault
                : new Refusal(fault.code(), fault.facts(), Optional.of("mover_name"), fault.ground());
    }

    private Ground ground(String body, Instant now) {
        String subject = subject(body);
        List<Filing> filed = rows.ofSession(subject);
        return new Ground(
                body,
                subject,
                windows.newest(body, Window.MOTION),
                places.of(body),
                bodies.membersOf(body).stream()
                        .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                        .collect(Collectors.toMap(Member::number, Function.identity())),
                filed.stream()
                        .filter(filing -> filing.state() != State.WITHDRAWN)
                        .map(ImportRules::same)
                        .collect(Collectors.toCollection(HashSet::new)),
                filed.stream()
                        .flatMap(filing -> filing.number().map(number -> filing.kind() + " " + number).stream())
                        .collect(Collectors.toCollection(HashSet::new)),
                now);
    }

    /** As {@link ImportedRow#same()}: line ends and white space around make no other text. */
    private static String same(Filing filing) {
        Map<Kind.Part, String> parts = new HashMap<>();
        filing.parts().forEach((part, text) -> {
            String plain = text.replace("\r\n", "\n").strip();
            if (!plain.isEmpty() || filing.kind().parts().contains(part)) {
                parts.put(part, plain);
            }
        });
        String lead = filing.signatures().isEmpty()
                ? filing.mover()
                : filing.signatures().getFirst().number();
        return FilingRows.hash(filing.kind(), new Text(filing.title().strip(), parts)) + " " + lead;
    }

    private Optional<ImportedRow> row(Ground ground, ImportCells cells, Optional<State> state) {
        Optional<Kind> kind = cells.kind();
        Optional<Integer> number = cells.number();
        Instant received = cells.received(ground.now());
        String mover = cells.mover();
        List<Member> signers = members(ground, cells);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        ImportedRow row = new ImportedRow(
                cells.row(),
                kind.get(),
                cells.text(kind.get()),
                signers,
                mover,
                collective(kind.get(), mover, cells),
                received,
                number,
                cells.text(Imports.CONTACT),
                acceptance(ground, kind.get(), mover, signers, received),
                state.filter(one -> one == State.EXAMINED || one == State.DECIDED)
                        .isPresent());
        cells.faults().addAll(proposals.againstKind(ground.body(), kind.get()));
        cells.faults().addAll(byMembers(row) ? againstMembers(ground, row, cells) : againstBody(ground, row, cells));
        cells.faults().addAll(againstNumberAndPlace(ground, row, cells));
        return Optional.of(row);
    }

    private static boolean byMembers(ImportedRow row) {
        return row.mover().isEmpty()
                || row.collective()
                        .filter(collective -> collective.mover().convened())
                        .isPresent();
    }

    private static List<Member> members(Ground ground, ImportCells cells) {
        List<Member> members = new ArrayList<>();
        String lead = cells.text("lead");
        for (String number : cells.signers()) {
            Optional<Member> member = Optional.ofNullable(ground.members().get(number));
            if (member.isEmpty()) {
                String column = number.equals(lead) ? "lead" : "signers";
                cells.faults().add(Refusal.at(column, "proposals.member-unknown", "value", number));
            }
            member.ifPresent(members::add);
        }
        return members;
    }

    private static Optional<Collective> collective(Kind kind, String mover, ImportCells cells) {
        boolean known =
                List.of(Mover.values()).stream().anyMatch(one -> one.name().equals(mover));
        return kind == Kind.PROPOSAL && known
                ? Optional.of(new Collective(Mover.valueOf(mover), cells.text("mover_name")))
                : Optional.empty();
    }

    /** What it is received as; only where enough members have to sign. */
    private Optional<MotionFiling.Acceptance> acceptance(
            Ground ground, Kind kind, String mover, List<Member> signers, Instant received) {
        boolean counted = kind == Kind.MOTION && mover.isEmpty();
        return counted
                ? Optional.of(rules.acceptance(
                        ground.subject(),
                        ground.body(),
                        kind,
                        received,
                        signers.stream()
                                .map(member -> new MotionFiling.Signature(
                                        member.number(), received, MotionFiling.SignerStatus.ACTIVE, Optional.empty()))
                                .toList()))
                : Optional.empty();
    }

    private List<Refusal> againstMembers(Ground ground, ImportedRow row, ImportCells cells) {
        List<Refusal> against = new ArrayList<>(FilingRules.faults(row.kind(), row.text()));
        if (cells.text("lead").isEmpty()) {
            against.add(Refusal.at("lead", row.kind().ground(), "proposals.import-lead-missing"));
        }
        boolean whenever = row.kind() == Kind.SUGGESTION || row.kind() == Kind.PROPOSAL;
        if (!whenever
                && ground.window()
                        .filter(window -> !row.received().isBefore(window.from()))
                        .isEmpty()) {
            against.add(Refusal.at("received", Citation.of(Law.SHANGHAI, 24), "proposals.window-not-open"));
        }
        int required = row.kind().leastSigners(bodies.due(ground.body(), row.received()));
        if (row.kind() != Kind.MOTION
                && !row.signers().isEmpty()
                && row.signers().size() < required) {
            against.add(Refusal.at(
                    "signers",
                    row.kind().ground(),
                    "proposals.too-few-signers",
                    "signers",
                    row.signers().size(),
                    "required",
                    required,
                    "missing",
                    required - row.signers().size()));
        }
        row.collective().ifPresent(collective -> {
            against.addAll(proposals.againstMover(
                    collective, true, row.signers().stream().findFirst()));
            against.addAll(proposals.againstConvened(ground.subject(), row.received()));
        });
        return against;
    }

    private List<Refusal> againstBody(Ground ground, ImportedRow row, ImportCells cells) {
        List<Refusal> against = new ArrayList<>();
        if (row.kind() == Kind.PROPOSAL && row.collective().isPresent()) {
            against.addAll(FilingRules.faults(row.kind(), row.text()));
            against.addAll(proposals.againstMover(row.collective().get(), false, Optional.empty()));
        } else {
            against.addAll(rules.againstBodysMotion(ground.body(), row.kind(), row.text(), row.mover()));
        }
        if (!cells.text("lead").isEmpty() || !cells.text("signers").isEmpty()) {
            against.add(Refusal.at(
                    "lead", "proposals.import-lead-and-mover", "mover", Phrase.of("proposals.mover-" + row.mover())));
        }
        return against;
    }

    private static List<Refusal> againstNumberAndPlace(Ground ground, ImportedRow row, ImportCells cells) {
        List<Refusal> against = new ArrayList<>();
        if (row.number().isPresent()
                && !ground.numbers().add(row.kind() + " " + row.number().get())) {
            against.add(Refusal.at(
                    "number",
                    "proposals.import-number-taken",
                    "value",
                    row.number().get()));
        }
        if (row.number().isPresent() && row.fallsShort()) {
            against.add(Refusal.at(
                    "number",
                    row.acceptance().orElseThrow().source(),
                    "proposals.import-number-short",
                    "why",
                    Phrase.of("proposals.shortfall-"
                            + row.acceptance().orElseThrow().reason())));
        }
        if (row.kind().untilDeadline() && !cells.timed()) {
            against.add(Refusal.at("received", "proposals.import-received-time", "value", cells.text("received")));
        }
        if (row.kind() == Kind.SUGGESTION
                && ground.place().contact()
                && row.contact().isEmpty()) {
            against.add(
                    Refusal.at(Imports.CONTACT, Citation.of(Law.BEIJING_SUGGESTIONS, 9), "proposals.contact-missing"));
        }
        if (row.contact().length() > JdbcScreenings.LONGEST_CONTACT) {
            against.add(Refusal.at(
                    Imports.CONTACT,
                    "proposals.contact-length",
                    "value",
                    row.contact().length(),
                    "most",
                    JdbcScreenings.LONGEST_CONTACT));
        }
        if (!ground.there().add(row.same())) {
            against.add(Refusal.at(
                    "title", "proposals.import-there", "value", row.text().title()));
        }
        return against;
    }
}
