package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Scrutiny.Batch;
import org.yicheng.assembly.Scrutiny.Form;
import org.yicheng.assembly.Scrutiny.Line;
import org.yicheng.count.WriteInRule;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** A teller's entry: bundles of papers, typed with one key a candidate; what the other teller read differently. */
@Controller
@Needs(Permission.BALLOT_ENTER)
public class EntryPages {

    /** Lines that a form by counts offers. */
    private static final int COUNT_LINES = 12;

    private final Elections elections;
    private final Scrutiny scrutiny;
    private final Bodies bodies;
    private final ElectionScope scope;
    private final Pages pages;

    EntryPages(Elections elections, Scrutiny scrutiny, Bodies bodies, ElectionScope scope, Pages pages) {
        this.elections = elections;
        this.scrutiny = scrutiny;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    public record EntryView(
            Election election, boolean demo, List<Batch> batches, int left, String teller, List<Refusal> reasons) {

        /** What this teller sees of a batch: agreed, to be corrected, waiting for the other, to be entered. */
        public String word(Batch batch) {
            if (batch.frozen()) {
                return "agreed";
            }
            if (!batch.entered().contains(teller)) {
                return batch.entered().size() > 1 ? "others" : "to-enter";
            }
            return batch.entered().size() > 1 ? "differs" : "waiting";
        }
    }

    @GetMapping("/elections/{id}/entry")
    View entry(@PathVariable UUID id) {
        return entry(scope.election(id, Permission.BALLOT_ENTER), List.of());
    }

    private View entry(Election election, List<Refusal> reasons) {
        List<Batch> batches = scrutiny.batches(election.id());
        int left = election.ballot().collected().orElse(0)
                - batches.stream().mapToInt(Batch::size).sum();
        return pages.show(
                "assembly/entry",
                new EntryView(
                        election,
                        bodies.byId(election.body()).orElseThrow().demo(),
                        batches,
                        Math.max(0, left),
                        Caller.current().actor(),
                        reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    @PostMapping("/elections/{id}/entry")
    Object open(@PathVariable UUID id, @RequestParam Form form, @RequestParam(defaultValue = "0") int size) {
        Election election = scope.election(id, Permission.BALLOT_ENTER);
        return switch (scrutiny.open(id, form, size)) {
            case Ruling.Refused<Batch>(List<Refusal> reasons) -> entry(election, reasons);
            case Ruling.Granted<Batch>(Batch batch) -> HallPages.to("/elections/" + id + "/entry/" + batch.number());
        };
    }

    /** One line of the form: how many papers, the keys, the names, whether it is wholly illegible. */
    public record Row(String count, String marks, String names, boolean unreadable) {}

    public record BatchView(
            Election election,
            boolean demo,
            Batch batch,
            List<Elections.Candidate> candidates,
            List<Row> rows,
            List<Refusal> reasons) {

        /** Whether names can be written in. */
        public boolean names() {
            return election.terms().writeIn() != WriteInRule.NOT_ALLOWED;
        }

        /** Whether a paper's line is one of those read differently. */
        public boolean differs(int paper) {
            return batch.form() == Form.PAPERS && batch.differences().stream().anyMatch(one -> one.paper() == paper);
        }

        public String shown(String marks) {
            int star = marks.indexOf('*');
            return star > 0
                    ? marks.substring(0, star + 1) + TypedPaper.shown(marks.substring(star + 1))
                    : TypedPaper.shown(marks);
        }
    }

    @GetMapping("/elections/{id}/entry/{batch}")
    View batch(@PathVariable UUID id, @PathVariable int batch) {
        Election election = scope.election(id, Permission.BALLOT_ENTER);
        Batch found = known(id, batch);
        return batch(election, found, rows(election, found), List.of());
    }

    private Batch known(UUID id, int number) {
        return scrutiny.batches(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.batch.unknown", "value", number)));
    }

    private View batch(Election election, Batch batch, List<Row> rows, List<Refusal> reasons) {
        return pages.show(
                "assembly/batch",
                new BatchView(
                        election,
                        bodies.byId(election.body()).orElseThrow().demo(),
                        batch,
                        elections.candidates(election.id()),
                        rows,
                        reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    /** What this teller entered before, or empty lines. */
    private List<Row> rows(Election election, Batch batch) {
        List<BallotPaper> before =
                scrutiny.entry(election.id(), batch.number(), Caller.current().actor());
        List<Row> rows = new ArrayList<>();
        if (batch.form() == Form.COUNTS) {
            Map<BallotPaper, Integer> counts = new LinkedHashMap<>();
            before.forEach(paper -> counts.merge(paper, 1, Integer::sum));
            counts.forEach((paper, count) -> rows.add(row(String.valueOf(count), paper)));
            while (rows.size() < COUNT_LINES) {
                rows.add(new Row("", "", "", false));
            }
            return rows;
        }
        before.forEach(paper -> rows.add(row("1", paper)));
        while (rows.size() < batch.size()) {
            rows.add(new Row("1", "", "", false));
        }
        return rows;
    }

    private static Row row(String count, BallotPaper paper) {
        return new Row(count, TypedPaper.shown(paper.marks()), String.join("；", paper.writeIns()), paper.unreadable());
    }

    @PostMapping("/elections/{id}/entry/{batch}")
    Object enter(@PathVariable UUID id, @PathVariable int batch, @RequestParam Map<String, String> typed) {
        Election election = scope.election(id, Permission.BALLOT_ENTER);
        Batch found = known(id, batch);
        List<Row> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Refusal> reasons = new ArrayList<>();
        for (int at = 1; typed.containsKey("marks-" + at); at++) {
            Row row = new Row(
                    typed.getOrDefault("count-" + at, "1").strip(),
                    typed.getOrDefault("marks-" + at, ""),
                    typed.getOrDefault("names-" + at, ""),
                    typed.containsKey("unreadable-" + at));
            rows.add(row);
            read(election, row, found.form(), lines, reasons);
        }
        Ruling<Batch> ruling = reasons.isEmpty()
                ? scrutiny.enter(id, batch, Caller.current().actor(), lines)
                : Ruling.refused(reasons);
        return switch (ruling) {
            case Ruling.Refused<Batch>(List<Refusal> why) -> batch(election, found, rows, why);
            case Ruling.Granted<Batch>(Batch now) ->
                HallPages.to("/elections/" + id + "/entry" + (now.differences().isEmpty() ? "" : "/" + batch));
        };
    }

    private static void read(Election election, Row row, Form form, List<Line> lines, List<Refusal> reasons) {
        boolean empty = row.marks().isBlank() && row.names().isBlank() && !row.unreadable();
        if (form == Form.COUNTS && empty && row.count().isEmpty()) {
            return;
        }
        if (!row.count().matches("\\d{1,4}")) {
            reasons.add(Refusal.at("count", "assembly.entry-count", "value", row.count()));
            return;
        }
        switch (TypedPaper.read(row.marks(), row.names(), row.unreadable(), election.ranked())) {
            case Ruling.Refused<BallotPaper>(List<Refusal> why) -> reasons.addAll(why);
            case Ruling.Granted<BallotPaper>(BallotPaper paper) ->
                lines.add(new Line(Integer.parseInt(row.count()), paper));
        }
    }
}
