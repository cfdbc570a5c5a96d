package org.yicheng.assembly.elections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Secrecy;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Scrutineers, bundles and written names. */
@Component
class JdbcScrutiny implements Scrutiny {

    private static final Citation SCRUTINEERS = Citation.of(Law.ELECTORAL, 43);
    private static final Citation RELATIVES = Citation.of(Law.ELECTORAL, "43(2)");
    private static final Citation ENTRY = Citation.of(Law.PRODUCT, "election.two-tellers");
    private static final int MOST_CHIEFS = 5;

    private final ElectionRows rows;
    private final Bundles bundles;
    private final WrittenNames names;
    private final Bodies bodies;
    private final ElectionActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcScrutiny(
            ElectionRows rows,
            Bundles bundles,
            WrittenNames names,
            Bodies bodies,
            ElectionActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.clock = clock;
        this.rows = rows;
        this.bundles = bundles;
        this.names = names;
        this.bodies = bodies;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    private <T> Ruling<T> in(UUID id, Function<Election, Ruling<T>> move) {
        Optional<Election> election = rows.locked(id);
        return election.isEmpty()
                ? Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id))
                : move.apply(election.get());
    }

    @Override
    @Transactional
    public Ruling<List<Scrutineer>> propose(UUID id, List<String> members, List<String> chiefs, boolean noRelatives) {
        return in(id, election -> {
            List<Refusal> reasons = scrutineerFaults(election, members, chiefs, noRelatives);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            jdbc.sql("delete from assembly.scrutineer where election = :id")
                    .param("id", id)
                    .update();
            for (String number : members) {
                jdbc.sql("insert into assembly.scrutineer (election, mandate, chief) values (:id, :mandate, :chief)")
                        .param("id", id)
                        .param(
                                "mandate",
                                bodies.memberByNumber(election.body(), number)
                                        .orElseThrow()
                                        .mandate())
                        .param("chief", chiefs.contains(number))
                        .update();
            }
            acts.write(
                    election,
                    Permission.SITTING_PREPARE,
                    SCRUTINEERS,
                    "scrutineers-propose",
                    "members",
                    members.size(),
                    "chiefs",
                    chiefs.size());
            return Ruling.granted(scrutineers(id));
        });
    }

    private List<Refusal> scrutineerFaults(
            Election election, List<String> members, List<String> chiefs, boolean noRelatives) {
        List<Refusal> reasons = new ArrayList<>();
        if (election.state().compareTo(State.SCRUTINEERS_ADOPTED) >= 0) {
            reasons.add(ElectionRules.stateFault(election, ElectionStep.ADOPT_SCRUTINEERS)
                    .orElseThrow());
        }
        if (chiefs.isEmpty() || chiefs.size() > MOST_CHIEFS || !members.containsAll(chiefs)) {
            reasons.add(
                    Refusal.at("chiefs", "assembly.scrutineer-chiefs", "value", chiefs.size(), "most", MOST_CHIEFS));
        }
        if (!noRelatives) {
            reasons.add(Refusal.by(RELATIVES, "assembly.scrutineer-relatives"));
        }
        Set<UUID> candidates =
                rows.candidates(election.id()).stream().map(Candidate::person).collect(Collectors.toSet());
        candidates.addAll(
                jdbc.sql("select person from assembly.nomination where election = :id and state <> 'WITHDRAWN'")
                        .param("id", election.id())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
        Set<String> seen = new HashSet<>();
        for (String number : members) {
            Optional<Member> member = bodies.memberByNumber(election.body(), number)
                    .filter(one -> one.status() == Member.MandateStatus.IN_OFFICE);
            if (member.isEmpty()) {
                reasons.add(Refusal.at("members", "assembly.member.unknown", "value", number));
            } else if (candidates.contains(member.get().person())) {
                reasons.add(Refusal.by(
                        SCRUTINEERS,
                        "assembly.scrutineer-candidate",
                        "name",
                        member.get().name(),
                        "number",
                        number));
            }
            if (!seen.add(number)) {
                reasons.add(Refusal.at("members", "assembly.scrutineer-twice", "value", number));
            }
        }
        return reasons;
    }

    @Override
    public List<Scrutineer> scrutineers(UUID id) {
        Map<UUID, Boolean> chief = new HashMap<>();
        jdbc.sql("select * from assembly.scrutineer where election = :id")
                .param("id", id)
                .query(row -> {
                    chief.put(row.getObject("mandate", UUID.class), row.getBoolean("chief"));
                });
        return rows.byId(id).stream()
                .flatMap(election -> bodies.membersOf(election.body()).stream())
                .filter(member -> chief.containsKey(member.mandate()))
                .map(member -> new Scrutineer(member, chief.getOrDefault(member.mandate(), false)))
                .sorted(java.util.Comparator.comparing((Scrutineer one) -> !one.chief())
                        .thenComparing(one -> one.member().number()))
                .toList();
    }

    /** Entering is possible once the ballot is declared valid, until it is counted. */
    private static List<Refusal> entryFaults(Election election) {
        List<Refusal> reasons = new ArrayList<>();
        if (election.state() != State.BALLOT_VALID) {
            reasons.add(ElectionRules.stateFault(election, ElectionStep.COUNT).orElseThrow());
        }
        if (!election.terms().secrecy().onPaper()) {
            reasons.add(Refusal.by(ENTRY, "assembly.election-electronic"));
        }
        return reasons;
    }

    private List<Refusal> sizeFaults(Election election, int size, int most) {
        int collected = election.ballot().collected().orElse(0);
        int left = collected - bundles.announced(election);
        return size < 1 || size > Math.min(most, left)
                ? List.of(Refusal.at(
                        "size",
                        "assembly.batch-size",
                        "value",
                        size,
                        "most",
                        most,
                        "left",
                        Math.max(0, left),
                        "collected",
                        collected))
                : List.of();
    }

    @Override
    @Transactional
    public Ruling<Batch> open(UUID id, Form form, int size) {
        return in(id, election -> {
            List<Refusal> reasons = entryFaults(election);
            // Where a scanning device fails the count goes on by hand, so bundles by hand stay possible.
            if (form == Form.SCAN) {
                reasons.add(Refusal.at("form", "assembly.batch-form", "value", form));
            }
            if (reasons.isEmpty()) {
                reasons.addAll(sizeFaults(election, size, MOST_BATCH));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            int number = bundles.add(election, form, size, "");
            acts.write(
                    election,
                    Permission.BALLOT_SCRUTINISE,
                    ENTRY,
                    "batch-open",
                    "batch",
                    number,
                    "size",
                    size,
                    "form",
                    form);
            return Ruling.granted(bundles.batch(election, number));
        });
    }

    @Override
    public List<Batch> batches(UUID id) {
        return rows.byId(id).map(bundles::all).orElse(List.of());
    }

    @Override
    @Transactional
    public Ruling<Batch> enter(UUID id, int batch, String teller, List<Line> lines) {
        return in(id, election -> {
            List<Refusal> reasons = entryFaults(election);
            Optional<Bundles.Row> row = bundles.row(election, batch);
            if (row.isEmpty()) {
                reasons.add(Refusal.at("batch", "assembly.batch.unknown", "value", batch));
                return Ruling.refused(reasons);
            }
            reasons.addAll(lineFaults(election, row.get(), lines));
            List<String> others = bundles.entries(election, batch).keySet().stream()
                    .filter(other -> !other.equals(teller))
                    .toList();
            if (row.get().frozen() || row.get().form() == Form.SCAN) {
                reasons.add(Refusal.by(ENTRY, "assembly.batch-frozen", "number", batch));
            }
            if (others.size() > 1) {
                reasons.add(Refusal.by(ENTRY, "assembly.batch-two-tellers", "number", batch));
            }
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            bundles.write(election, batch, teller, expanded(lines));
            bundles.freezeIfEqual(election, row.get());
            Batch now = bundles.batch(election, batch);
            acts.write(
                    election,
                    Permission.BALLOT_ENTER,
                    ENTRY,
                    "batch-enter",
                    "batch",
                    batch,
                    "differences",
                    now.differences().size(),
                    "frozen",
                    now.frozen());
            return Ruling.granted(now);
        });
    }

    private static List<String> expanded(List<Line> lines) {
        List<String> papers = new ArrayList<>();
        lines.forEach(line ->
                papers.addAll(Collections.nCopies(line.count(), line.paper().code())));
        return papers;
    }

    private List<Refusal> lineFaults(Election election, Bundles.Row row, List<Line> lines) {
        List<Refusal> reasons = new ArrayList<>();
        int candidates = rows.candidates(election.id()).size();
        long sum = 0;
        for (Line line : lines) {
            if (line.count() < 1 || line.count() > MOST_BATCH || (row.form() == Form.PAPERS && line.count() != 1)) {
                reasons.add(Refusal.at(
                        "count",
                        "assembly.batch-line",
                        "value",
                        line.count(),
                        "most",
                        row.form() == Form.PAPERS ? 1 : MOST_BATCH));
            }
            sum += line.count();
            reasons.addAll(ElectionRules.paperFaults(election, line.paper(), candidates));
        }
        if (sum != row.size()) {
            reasons.add(Refusal.at("papers", "assembly.batch-sum", "value", sum, "size", row.size()));
        }
        return reasons;
    }

    @Override
    public List<BallotPaper> entry(UUID id, int batch, String teller) {
        return rows
                .byId(id)
                .map(election -> bundles.entries(election, batch).getOrDefault(teller, List.of()))
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .map(BallotPaper::of)
                .toList();
    }

    @Override
    @Transactional
    public Ruling<Batch> scan(UUID id, FileFormat format, byte[] file) {
        return in(id, election -> switch (PaperFiles.read(format, election.ranked(), file, rows.candidates(id))) {
            case Ruling.Refused<List<BallotPaper>>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<List<BallotPaper>>(List<BallotPaper> papers) -> scanned(election, file, papers);
        });
    }

    private Ruling<Batch> scanned(Election election, byte[] file, List<BallotPaper> papers) {
        String source = Counting.digest(file);
        List<Refusal> reasons = entryFaults(election);
        if (election.terms().secrecy() != Secrecy.PAPER_SCANNED) {
            reasons.add(Refusal.by(ENTRY, "assembly.batch-not-scanned"));
        }
        if (bundles.known(election, source)) {
            reasons.add(Refusal.at("file", "assembly.batch-file-twice"));
        }
        int candidates = rows.candidates(election.id()).size();
        papers.forEach(paper -> reasons.addAll(ElectionRules.paperFaults(election, paper, candidates)));
        if (reasons.isEmpty()) {
            reasons.addAll(sizeFaults(election, papers.size(), Integer.MAX_VALUE));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = bundles.add(election, Form.SCAN, papers.size(), source);
        List<String> codes = papers.stream().map(BallotPaper::code).toList();
        bundles.write(election, number, Bundles.DEVICE, codes);
        if (Bundles.doubtful(codes).isEmpty()) {
            bundles.freeze(election, number, codes);
        }
        acts.write(
                election,
                Permission.BALLOT_SCRUTINISE,
                ENTRY,
                "batch-scan",
                "batch",
                number,
                "size",
                papers.size(),
                "doubtful",
                Bundles.doubtful(codes).size(),
                "file",
                source);
        return Ruling.granted(bundles.batch(election, number));
    }

    @Override
    @Transactional
    public Ruling<Batch> review(UUID id, int batch, int paper, BallotPaper read) {
        return in(id, election -> {
            List<Refusal> reasons = entryFaults(election);
            List<String> codes =
                    new ArrayList<>(bundles.entries(election, batch).getOrDefault(Bundles.DEVICE, List.of()));
            if (!Bundles.doubtful(codes).contains(paper)) {
                reasons.add(Refusal.at("paper", "assembly.batch-paper", "value", paper, "batch", batch));
            }
            reasons.addAll(ElectionRules.paperFaults(
                    election, read, rows.candidates(election.id()).size()));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            codes.set(paper - 1, Bundles.REVIEWED + read.code());
            bundles.write(election, batch, Bundles.DEVICE, codes);
            if (Bundles.doubtful(codes).isEmpty()) {
                bundles.freeze(election, batch, Bundles.withoutReview(codes));
            }
            acts.write(
                    election,
                    Permission.BALLOT_SCRUTINISE,
                    ENTRY,
                    "batch-review",
                    "batch",
                    batch,
                    "open",
                    Bundles.doubtful(codes).size());
            return Ruling.granted(bundles.batch(election, batch));
        });
    }

    @Override
    public List<WrittenName> writtenNames(UUID id) {
        return rows.byId(id).map(names::of).orElse(List.of());
    }

    @Override
    public List<Member> alike(UUID id, String written) {
        return rows.byId(id).map(election -> names.alike(election, written)).orElse(List.of());
    }

    @Override
    @Transactional
    public Ruling<WrittenName> settle(UUID id, Settlement settlement) {
        return in(id, election -> names.settle(election, settlement));
    }

    @Override
    public List<BallotPaper> papers(UUID id) {
        return rows
                .byId(id)
                .filter(election -> election.state().compareTo(State.COUNTED) >= 0)
                .map(election -> new PaperRows(jdbc).all(election))
                .orElse(List.of())
                .stream()
                .map(BallotPaper::of)
                .toList();
    }

    @Override
    public Ruling<byte[]> export(UUID id, FileFormat format) {
        Optional<Election> election = rows.byId(id);
        if (election.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        if (election.get().state().compareTo(State.COUNTED) < 0) {
            return Ruling.refused(ElectionRules.stateFault(election.get(), ElectionStep.DECIDE_VALIDITY)
                    .orElseThrow());
        }
        if (format == FileFormat.CVR && election.get().ranked()) {
            return Ruling.refused(Refusal.at("format", "assembly.batch-numbered", "value", format));
        }
        return Ruling.granted(
                PaperFiles.write(format, election.get(), rows.candidates(id), papers(id), clock.instant()));
    }
}
