package org.yicheng.congress.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Exchange;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.pages.SittingSheets;
import org.yicheng.document.Codes;
import org.yicheng.document.NameOrder;
import org.yicheng.document.Output;
import org.yicheng.document.Papers;
import org.yicheng.document.Sheets;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Language;
import org.yicheng.web.Pages;
import tools.jackson.databind.json.JsonMapper;

/**
 * A closed session as one folder that opens without the platform: a page to read, its papers, the data in common
 * formats, the whole record for verification, and the hash of every file.
 */
@Component
class Archive {

    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final Bodies bodies;
    private final Papers papers;
    private final Elections elections;
    private final SittingSheets sheets;
    private final Exchange exchange;
    private final Journal journal;
    private final NameOrder names;
    private final Pages pages;
    private final JsonMapper json;
    private final Clock clock;

    Archive(
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            Bodies bodies,
            Papers papers,
            Elections elections,
            SittingSheets sheets,
            Exchange exchange,
            Journal journal,
            NameOrder names,
            Pages pages,
            JsonMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.bodies = bodies;
        this.papers = papers;
        this.elections = elections;
        this.sheets = sheets;
        this.exchange = exchange;
        this.journal = journal;
        this.names = names;
        this.pages = pages;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the archive as a ZIP file. */
    void write(Session session, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            Folder folder = new Folder(zip);
            ArchiveView view = view(session);
            folder.add("index.html", pages.fragment("congress/archive", view, Language.ZH));
            for (Papers.Paper paper : view.papers()) {
                folder.add(ArchiveView.file(paper), papers.pdf(paper.id()));
            }
            for (ArchiveView.Meeting meeting : view.meetings()) {
                sheets(meeting.sitting(), folder);
            }
            data(session, view, folder);
            record(folder);
            folder.end();
        }
    }

    private void sheets(Sitting sitting, Folder folder) throws IOException {
        if (sitting.openedAt().isPresent()) {
            folder.add(
                    ArchiveView.minutes(sitting),
                    sheets.minutes(sitting, Output.PDF).content());
            folder.add(
                    ArchiveView.signIn(sitting),
                    sheets.signInSheet(sitting, Output.PDF).content());
        }
    }

    private void data(Session session, ArchiveView view, Folder folder) throws IOException {
        folder.add("data/session.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(facts(session)));
        folder.add("data/popolo.json", exchange.popolo(session.body()));
        folder.add("data/roster.csv", roster(session));
        for (ArchiveView.Meeting meeting : view.meetings()) {
            if (meeting.sitting().openedAt().isPresent()) {
                String id = meeting.sitting().id();
                folder.add("data/" + id + ".akn.xml", exchange.akomaNtoso(id));
                folder.add("data/" + id + "-attendance.csv", attendance(meeting));
            }
        }
    }

    private Map<String, Object> facts(Session session) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("session", session);
        facts.put("states", sessions.entered(session.id()));
        facts.put("decisions", sessions.decided(session.id()));
        facts.put("archivedAt", clock.instant().toString());
        return facts;
    }

    private byte[] roster(Session session) {
        List<List<String>> rows = bodies.membersOf(session.body()).stream()
                .map(member -> List.of(
                        member.number(),
                        member.name() + (member.demo() ? "（演示）" : ""),
                        member.groupName(),
                        member.electingUnit(),
                        member.status().name(),
                        member.from().toString(),
                        member.to().map(Object::toString).orElse("")))
                .toList();
        return Sheets.csv(List.of("number", "name", "delegation", "electing_unit", "status", "from", "to"), rows);
    }

    private static byte[] attendance(ArchiveView.Meeting meeting) {
        List<List<String>> rows = meeting.groups().stream()
                .map(group -> List.of(
                        group.group().name(),
                        "" + group.due(),
                        "" + group.present(),
                        "" + group.onLeave(),
                        "" + group.absent()))
                .toList();
        return Sheets.csv(List.of("delegation", "due", "present", "on_leave", "absent"), rows);
    }

    private void record(Folder folder) throws IOException {
        try (Stream<Act> acts = journal.all()) {
            folder.lines("record.jsonl", acts.map(act -> json.writeValueAsString(act.exported())));
        }
    }

    // ---------------------------------------------------------------- what is read

    private ArchiveView view(Session session) {
        List<ArchiveView.Meeting> meetings = sittings.ofSubject(session.subject()).stream()
                .map(this::meeting)
                .toList();
        List<ArchiveView.Seats> seats = new ArrayList<>();
        for (Office office : Office.values()) {
            List<Sessions.Seat> found = sessions.seats(session.id(), office);
            if (!found.isEmpty()) {
                seats.add(new ArchiveView.Seats(office, found));
            }
        }
        List<Member> roster = bodies.membersOf(session.body()).stream()
                .sorted(java.util.Comparator.comparing(Member::group)
                        .thenComparing(Member::name, names.byStrokes(NameOrder.SingleName.AS_ZERO)))
                .toList();
        return new ArchiveView(
                session,
                sessions.entered(session.id()),
                meetings,
                elections.ofSubject(session.subject()),
                seats,
                roster,
                papers(session),
                journal.count(Journal.ActFilter.any(1)),
                clock.instant());
    }

    /** The session's own papers, then those of its elections: proclamations. */
    private List<Papers.Paper> papers(Session session) {
        List<Papers.Paper> found = new ArrayList<>(papers.ofSubject(session.subject()));
        elections
                .ofSubject(session.subject())
                .forEach(election -> found.addAll(papers.ofSubject("election:" + election.id())));
        return found;
    }

    private ArchiveView.Meeting meeting(Sitting sitting) {
        java.time.Instant at = sitting.openedAt().orElse(sitting.plannedAt());
        Roll roll = sittings.roll(sitting.id(), at);
        List<ArchiveView.Item> items = questions.ofSitting(sitting.id()).stream()
                .map(question -> new ArchiveView.Item(
                        question,
                        question.state() == Question.State.DECLARED ? questions.recorded(question.id()) : List.of(),
                        questions.history(question.id())))
                .toList();
        return new ArchiveView.Meeting(sitting, roll, sittings.rollByGroup(sitting.id(), at), items);
    }

    /** Entries of the archive, each with its hash in the last of them. */
    private static final class Folder {

        private final ZipOutputStream zip;
        private final StringBuilder sums = new StringBuilder();

        Folder(ZipOutputStream zip) {
            this.zip = zip;
        }

        void add(String name, String text) throws IOException {
            add(name, text.getBytes(StandardCharsets.UTF_8));
        }

        void add(String name, byte[] content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            sums.append(Codes.sha256(content)).append("  ").append(name).append('\n');
        }

        /** A file too long to be held in memory. */
        void lines(String name, Stream<String> lines) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            Codes.Running hash = Codes.running();
            for (String line : (Iterable<String>) lines::iterator) {
                byte[] content = (line + "\n").getBytes(StandardCharsets.UTF_8);
                zip.write(content);
                hash.add(content);
            }
            zip.closeEntry();
            sums.append(hash.hex()).append("  ").append(name).append('\n');
        }

        void end() throws IOException {
            zip.putNextEntry(new ZipEntry("SHA256SUMS"));
            zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
