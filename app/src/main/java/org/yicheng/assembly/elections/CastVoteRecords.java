package org.yicheng.assembly.elections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Papers as NIST SP 1500-103 cast vote records, version 1.0, in JSON. Each candidate is a retention contest with the
 * selections approve and oppose; a contest of its own takes the names written in. Records carry neither number nor time.
 */
final class CastVoteRecords {

    private static final String TYPE = "@type";
    private static final String ID = "@id";
    private static final String SNAPSHOT = "snapshot";
    private static final String WRITE_IN_CONTEST = "write-in";
    private static final int MOST_FAULTS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CastVoteRecords() {}

    static Ruling<List<BallotPaper>> read(byte[] file, List<Candidate> candidates) {
        JsonNode report;
        try {
            report = JSON.readTree(file);
        } catch (JacksonException e) {
            return fault(0, String.valueOf(e.getOriginalMessage()));
        }
        Selections selections = Selections.of(report, candidates);
        if (!selections.missing(candidates).isEmpty()) {
            return Ruling.refused(
                    Refusal.at("file", "assembly.batch-columns", "value", selections.missing(candidates)));
        }
        List<BallotPaper> papers = new ArrayList<>();
        List<Refusal> faults = new ArrayList<>();
        int number = 0;
        for (JsonNode record : report.path("CVR")) {
            number++;
            Optional<BallotPaper> paper = paper(record, selections, candidates.size());
            paper.ifPresent(papers::add);
            if (paper.isEmpty() && faults.size() < MOST_FAULTS) {
                faults.add(Refusal.at("file", "assembly.batch-file", "row", number, "why", "CurrentSnapshotId"));
            }
        }
        if (papers.isEmpty() && faults.isEmpty()) {
            return fault(0, "CVR");
        }
        return faults.isEmpty() ? Ruling.granted(papers) : Ruling.refused(faults);
    }

    private static Ruling<List<BallotPaper>> fault(int row, String why) {
        return Ruling.refused(Refusal.at("file", "assembly.batch-file", "row", row, "why", why));
    }

    /** Which selection of which contest is which candidate's which mark. */
    private record Selections(Map<String, Integer> places, Map<String, Character> marks) {

        static Selections of(JsonNode report, List<Candidate> candidates) {
            Map<String, String> names = new HashMap<>();
            Map<String, Integer> places = new HashMap<>();
            Map<String, Character> marks = new HashMap<>();
            for (JsonNode election : report.path("Election")) {
                for (JsonNode candidate : election.path("Candidate")) {
                    names.put(
                            candidate.path(ID).asString(""),
                            candidate.path("Name").asString(""));
                }
                for (JsonNode contest : election.path("Contest")) {
                    String name = names.getOrDefault(
                            contest.path("CandidateId").asString(""),
                            contest.path("Name").asString(""));
                    place(candidates, name).ifPresent(place -> {
                        places.put(contest.path(ID).asString(""), place);
                        for (JsonNode one : contest.path("ContestSelection")) {
                            mark(one.path("Selection").asString(""))
                                    .ifPresent(mark -> marks.put(one.path(ID).asString(""), mark));
                        }
                    });
                }
            }
            return new Selections(places, marks);
        }

        private static Optional<Integer> place(List<Candidate> candidates, String name) {
            return candidates.stream()
                    .filter(candidate -> candidate.label().equals(name))
                    .map(candidate -> candidate.place() - 1)
                    .findFirst();
        }

        private static Optional<Character> mark(String selection) {
            return switch (selection) {
                case "赞成", "○", "yes", "approve" -> Optional.of('Y');
                case "反对", "×", "no", "oppose" -> Optional.of('N');
                case "弃权", "△", "abstain" -> Optional.of('A');
                default -> Optional.empty();
            };
        }

        List<String> missing(List<Candidate> candidates) {
            return candidates.stream()
                    .filter(candidate -> !places.containsValue(candidate.place() - 1))
                    .map(Candidate::label)
                    .toList();
        }
    }

    private static Optional<BallotPaper> paper(JsonNode record, Selections selections, int candidates) {
        String current = record.path("CurrentSnapshotId").asString("");
        for (JsonNode snapshot : record.path("CVRSnapshot")) {
            if (snapshot.path(ID).asString("").equals(current)) {
                return Optional.of(read(snapshot, selections, candidates));
            }
        }
        return Optional.empty();
    }

    private static BallotPaper read(JsonNode snapshot, Selections selections, int candidates) {
        for (JsonNode status : snapshot.path("Status")) {
            if (status.asString("").equals("needs-adjudication")) {
                return BallotPaper.illegible();
            }
        }
        char[] marks = "A".repeat(candidates).toCharArray();
        List<String> names = new ArrayList<>();
        for (JsonNode contest : snapshot.path("CVRContest")) {
            Optional<Integer> place = Optional.ofNullable(
                    selections.places().get(contest.path("ContestId").asString("")));
            for (JsonNode selection : contest.path("CVRContestSelection")) {
                for (JsonNode position : selection.path("SelectionPosition")) {
                    String text = position.path("CVRWriteIn").path("Text").asString("");
                    if (!text.isBlank()) {
                        names.add(text.replace('|', ' '));
                    }
                    place.ifPresent(at -> marks[at] = with(
                            marks[at],
                            position.path("HasIndication").asString("no"),
                            Optional.ofNullable(selections
                                    .marks()
                                    .get(selection.path("ContestSelectionId").asString("")))));
                }
            }
        }
        return new BallotPaper(new String(marks), names, false);
    }

    /** Two marks in one contest, a mark the device is not sure of or does not know: illegible. */
    private static char with(char before, String indication, Optional<Character> mark) {
        if (indication.equals("no")) {
            return before;
        }
        if (!indication.equals("yes") || mark.isEmpty()) {
            return 'X';
        }
        return before == 'A' || before == mark.get() ? mark.get() : 'X';
    }

    static byte[] write(Election election, List<Candidate> candidates, List<BallotPaper> papers, Instant at) {
        Map<String, Object> report = typed("CastVoteRecordReport");
        report.put("Version", "1.0.0");
        report.put("GeneratedDate", at.truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("ReportGeneratingDeviceIds", List.of("yicheng"));
        report.put("ReportingDevice", List.of(typed("ReportingDevice", ID, "yicheng", "Application", "Yicheng")));
        report.put("GpUnit", List.of(typed("GpUnit", ID, "body", "Type", "other", "OtherType", "assembly")));
        report.put("Election", List.of(election(election, candidates)));
        report.put(
                "CVR", papers.stream().map(paper -> record(paper, candidates)).toList());
        return JSON.writeValueAsString(report).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> typed(String type, Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, "CVR." + type);
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    private static Map<String, Object> election(Election election, List<Candidate> candidates) {
        List<Object> contests = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String contest = contest(candidate.place());
            contests.add(typed(
                    "RetentionContest",
                    ID,
                    contest,
                    "Name",
                    candidate.label(),
                    "CandidateId",
                    "candidate-" + candidate.place(),
                    "ContestSelection",
                    List.of(
                            typed("BallotMeasureSelection", ID, contest + "-Y", "Selection", "赞成"),
                            typed("BallotMeasureSelection", ID, contest + "-N", "Selection", "反对"))));
        }
        contests.add(typed(
                "CandidateContest",
                ID,
                WRITE_IN_CONTEST,
                "Name",
                PaperFiles.WRITE_INS,
                "ContestSelection",
                List.of(typed("CandidateSelection", ID, WRITE_IN_CONTEST + "-name", "IsWriteIn", true))));
        return typed(
                "Election",
                ID,
                "election",
                "Name",
                election.title().zh(),
                "ElectionScopeId",
                "body",
                "Candidate",
                candidates.stream()
                        .map(one -> typed("Candidate", ID, "candidate-" + one.place(), "Name", one.label()))
                        .toList(),
                "Contest",
                contests);
    }

    private static String contest(int place) {
        return "contest-" + place;
    }

    private static Map<String, Object> record(BallotPaper paper, List<Candidate> candidates) {
        Map<String, Object> snapshot = typed("CVRSnapshot", ID, SNAPSHOT, "Type", "original");
        if (paper.unreadable()) {
            snapshot.put("Status", List.of("needs-adjudication"));
        } else {
            snapshot.put("CVRContest", contests(paper, candidates));
        }
        return typed("CVR", "ElectionId", "election", "CurrentSnapshotId", SNAPSHOT, "CVRSnapshot", List.of(snapshot));
    }

    private static List<Object> contests(BallotPaper paper, List<Candidate> candidates) {
        List<Object> contests = new ArrayList<>();
        for (int at = 0; at < candidates.size(); at++) {
            char mark = paper.marks().charAt(at);
            if (mark == 'A') {
                continue;
            }
            String contest = contest(at + 1);
            List<Object> selections = new ArrayList<>();
            if (mark != 'N') {
                selections.add(selection(contest + "-Y", mark == 'X'));
            }
            if (mark != 'Y') {
                selections.add(selection(contest + "-N", mark == 'X'));
            }
            contests.add(typed("CVRContest", "ContestId", contest, "CVRContestSelection", selections));
        }
        if (!paper.writeIns().isEmpty()) {
            contests.add(typed(
                    "CVRContest",
                    "ContestId",
                    WRITE_IN_CONTEST,
                    "CVRContestSelection",
                    paper.writeIns().stream().map(CastVoteRecords::writeIn).toList()));
        }
        return contests;
    }

    private static Object selection(String id, boolean doubtful) {
        return typed(
                "CVRContestSelection",
                "ContestSelectionId",
                id,
                "SelectionPosition",
                List.of(typed(
                        "SelectionPosition",
                        "HasIndication",
                        doubtful ? "unknown" : "yes",
                        "IsAllocable",
                        doubtful ? "no" : "yes",
                        "NumberVotes",
                        1)));
    }

    private static Object writeIn(String name) {
        return typed(
                "CVRContestSelection",
                "ContestSelectionId",
                WRITE_IN_CONTEST + "-name",
                "SelectionPosition",
                List.of(typed(
                        "SelectionPosition",
                        "HasIndication",
                        "yes",
                        "IsAllocable",
                        "yes",
                        "NumberVotes",
                        1,
                        "CVRWriteIn",
                        typed("CVRWriteIn", "Text", name))));
    }
}
