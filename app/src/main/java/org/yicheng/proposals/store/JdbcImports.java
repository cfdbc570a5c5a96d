package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.document.Codes;
import org.yicheng.document.RowFault;
import org.yicheng.document.Sheets;
import org.yicheng.document.Uploads;
import org.yicheng.party.Permission;
import org.yicheng.proposals.FilingEvent;
import org.yicheng.proposals.Imports;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.store.ImportRules.Read;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Takes tables of filings: all rows in one transaction, each with its act. */
@Component
class JdbcImports implements Imports {

    private final JdbcClient jdbc;
    private final ImportRules rules;
    private final FilingRows rows;
    private final ProposalRows proposalRows;
    private final PlaceRows places;
    private final FilingActs acts;
    private final Bodies bodies;
    private final Uploads uploads;
    private final ApplicationEventPublisher events;
    private final Words words;
    private final Clock clock;

    JdbcImports(
            JdbcClient jdbc,
            ImportRules rules,
            FilingRows rows,
            ProposalRows proposalRows,
            PlaceRows places,
            FilingActs acts,
            Bodies bodies,
            Uploads uploads,
            ApplicationEventPublisher events,
            Words words,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.rows = rows;
        this.proposalRows = proposalRows;
        this.places = places;
        this.acts = acts;
        this.bodies = bodies;
        this.uploads = uploads;
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    private record Looked(FilingTable table, Read read) {

        Preview preview() {
            return new Preview(
                    table.lines().size(),
                    table.encoding(),
                    read.rows().stream().map(ImportedRow::entry).toList(),
                    List.copyOf(read.left()),
                    table.ignored(),
                    read.faults().stream()
                            .sorted(Comparator.comparingInt(RowFault::row))
                            .toList());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Ruling<Preview> preview(String body, byte[] content) {
        return look(body, content).map(Looked::preview);
    }

    private Ruling<Looked> look(String body, byte[] content) {
        if (bodies.byId(body).isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.body.unknown", "value", body));
        }
        return switch (Sheets.read(content)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table)
            when table.rows().size() > MOST_ROWS ->
                Ruling.refused(Refusal.at(
                        "file", "proposals.import-rows", "value", table.rows().size(), "most", MOST_ROWS));
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) ->
                FilingTable.of(table, words).map(found -> new Looked(found, rules.read(body, found, clock.instant())));
        };
    }

    @Override
    @Transactional
    public Ruling<Preview> take(String body, byte[] content) {
        // Whoever registers or imports at the same time waits: a number that is free here stays so.
        jdbc.sql("lock table proposals.counter in share row exclusive mode").update();
        return switch (look(body, content)) {
            case Ruling.Refused<Looked>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Looked>(Looked looked)
            when !looked.read().faults().isEmpty() ->
                Ruling.refused(looked.preview().faults().stream()
                        .map(JdbcImports::atRow)
                        .toList());
            case Ruling.Granted<Looked>(Looked looked) -> {
                boolean demo = bodies.byId(body).map(Body::demo).orElse(false);
                String file = Codes.sha256(content);
                looked.read().rows().forEach(row -> store(body, row, file, demo));
                yield Ruling.granted(looked.preview());
            }
        };
    }

    /** The refusal with its row: as a fact, and in the name of the field. */
    private static Refusal atRow(RowFault fault) {
        Refusal reason = fault.reason();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("row", fault.row());
        facts.putAll(reason.facts());
        return new Refusal(
                reason.code(),
                facts,
                Optional.of(reason.field()
                        .map(field -> "rows." + fault.row() + "." + field)
                        .orElse("rows." + fault.row())),
                reason.ground());
    }

    private void store(String body, ImportedRow row, String file, boolean demo) {
        String subject = rules.subject(body);
        UUID id = rows.insert(subject, body, row.kind(), row.text(), row.mover(), demo, clock.instant());
        String hash = FilingRows.hash(row.kind(), row.text());
        row.signers().stream().map(Member::mandate).forEach(mandate -> rows.sign(id, mandate, hash, row.received()));
        row.collective().ifPresent(collective -> proposalRows.moved(id, collective));
        if (!row.contact().isEmpty()) {
            places.contact(id, row.contact());
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", row.becomes().name());
        columns.put("received", row.received().atOffset(ZoneOffset.UTC));
        row.number().ifPresent(number -> columns.put("number", number));
        row.entry().shortfall().ifPresent(why -> columns.put("shortfall", why));
        rows.set(id, columns);
        acts.write(
                id,
                Permission.MATTER_EXAMINE,
                "proposals.import",
                row.kind().ground(),
                "kind",
                row.kind(),
                "file",
                file,
                "row",
                row.line(),
                row.signers().isEmpty() ? "mover" : "member",
                row.lead(),
                "signers",
                row.signers().size(),
                "text",
                hash);
        row.number().ifPresent(number -> register(id, subject, row.kind(), number));
    }

    private void register(UUID id, String subject, Kind kind, int number) {
        rows.taken(subject, kind, number);
        events.publishEvent(
                new FilingEvent.FilingRegistered(rows.byId(id, false).orElseThrow()));
        acts.write(id, Permission.MATTER_EXAMINE, "proposals.register", kind.ground(), "number", number);
    }

    @Override
    public UUID keep(String body, byte[] content) {
        return uploads.keep("filings:" + body, content);
    }

    @Override
    public Optional<byte[]> kept(String body, UUID id) {
        return uploads.kept("filings:" + body, id);
    }
}
