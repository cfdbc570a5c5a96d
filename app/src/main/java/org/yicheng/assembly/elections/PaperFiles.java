package org.yicheng.assembly.elections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.assembly.Scrutiny.FileFormat;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Papers in files: CSV with a column a candidate, NIST cast vote records, and BLT for other counting programs. */
final class PaperFiles {

    static final String WRITE_INS = "另选他人";
    static final String UNREADABLE = "无法辨认";

    private static final int MOST_FAULTS = 50;

    private static final Map<String, Character> MARKS = marks();
    private static final Pattern NUMBER = Pattern.compile("[1-9]|[12][0-9]|3[0-5]");

    private PaperFiles() {}

    private static Map<String, Character> marks() {
        Map<String, Character> marks = new HashMap<>();
        List.of("○", "〇", "Y", "赞成").forEach(mark -> marks.put(mark, 'Y'));
        List.of("×", "N", "反对").forEach(mark -> marks.put(mark, 'N'));
        List.of("", "△", "A", "弃权").forEach(mark -> marks.put(mark, 'A'));
        List.of("?", "？").forEach(mark -> marks.put(mark, 'X'));
        return marks;
    }

    /** @param ranked whether the cells are numbers; cast vote records are of marks alone */
    static Ruling<List<BallotPaper>> read(FileFormat format, boolean ranked, byte[] file, List<Candidate> candidates) {
        if (file.length > Sheets.MOST_BYTES) {
            return Ruling.refused(
                    Refusal.at("file", "document.file-too-large", "value", file.length, "most", Sheets.MOST_BYTES));
        }
        return switch (format) {
            case CSV -> csv(ranked, file, candidates);
            case CVR ->
                ranked
                        ? Ruling.refused(Refusal.at("format", "assembly.batch-numbered", "value", format))
                        : CastVoteRecords.read(file, candidates);
            case BLT -> Ruling.refused(Refusal.at("format", "assembly.batch-form", "value", format));
        };
    }

    private static Ruling<List<BallotPaper>> csv(boolean ranked, byte[] file, List<Candidate> candidates) {
        return switch (Sheets.read(file)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) -> csv(ranked, table, candidates);
        };
    }

    private static Ruling<List<BallotPaper>> csv(boolean ranked, Sheets.Table table, List<Candidate> candidates) {
        List<String> missing = candidates.stream()
                .map(Candidate::label)
                .filter(label -> !table.columns().contains(label))
                .toList();
        if (!missing.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "assembly.batch-columns", "value", missing));
        }
        List<Refusal> faults = new ArrayList<>();
        List<BallotPaper> papers = new ArrayList<>();
        for (Sheets.Line line : table.rows()) {
            if (!line.get(UNREADABLE).isEmpty()) {
                papers.add(BallotPaper.illegible());
                continue;
            }
            StringBuilder marks = new StringBuilder();
            for (Candidate candidate : candidates) {
                Optional<Character> mark = mark(ranked, line.get(candidate.label()));
                if (mark.isEmpty() && faults.size() < MOST_FAULTS) {
                    faults.add(Refusal.at(
                            "file",
                            "assembly.batch-file",
                            "row",
                            line.number(),
                            "why",
                            candidate.label() + "=" + line.get(candidate.label())));
                }
                marks.append(mark.orElse('A').charValue());
            }
            List<String> names =
                    Arrays.asList(line.get(WRITE_INS).replace('|', ' ').split("[;；、]"));
            papers.add(new BallotPaper(marks.toString(), names, false));
        }
        return faults.isEmpty() ? Ruling.granted(papers) : Ruling.refused(faults);
    }

    private static Optional<Character> mark(boolean ranked, String cell) {
        return ranked && NUMBER.matcher(cell).matches()
                ? Optional.of(BallotPaper.numbered(Integer.parseInt(cell)))
                : Optional.ofNullable(MARKS.get(cell));
    }

    /** @param at when the file is made; nothing else in it has a time */
    static byte[] write(
            FileFormat format, Election election, List<Candidate> candidates, List<BallotPaper> papers, Instant at) {
        return switch (format) {
            case CSV -> csv(candidates, papers);
            case CVR -> CastVoteRecords.write(election, candidates, papers, at);
            case BLT -> blt(election, candidates, papers).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] csv(List<Candidate> candidates, List<BallotPaper> papers) {
        List<String> header =
                new ArrayList<>(candidates.stream().map(Candidate::label).toList());
        header.add(WRITE_INS);
        header.add(UNREADABLE);
        List<List<String>> rows = new ArrayList<>();
        for (BallotPaper paper : papers) {
            List<String> row = new ArrayList<>();
            for (int at = 0; at < candidates.size(); at++) {
                row.add(paper.unreadable() ? "" : sign(paper.marks().charAt(at)));
            }
            row.add(String.join("；", paper.writeIns()));
            row.add(paper.unreadable() ? "1" : "");
            rows.add(row);
        }
        return Sheets.csv(header, rows);
    }

    private static String sign(char mark) {
        return switch (mark) {
            case 'Y' -> "○";
            case 'N' -> "×";
            case 'X' -> "?";
            case 'A' -> "";
            default -> String.valueOf(BallotPaper.number(mark));
        };
    }

    /** Candidates and seats, then a line a paper: weight, approved or numbered ones, 0; then the names and the title. */
    private static String blt(Election election, List<Candidate> candidates, List<BallotPaper> papers) {
        StringBuilder text = new StringBuilder();
        text.append(candidates.size())
                .append(' ')
                .append(election.terms().seats())
                .append('\n');
        for (BallotPaper paper : papers) {
            text.append("1 ").append(preferred(paper)).append("0\n");
        }
        text.append("0\n");
        candidates.forEach(candidate -> text.append(quoted(candidate.label())));
        return text.append(quoted(election.title().zh())).toString();
    }

    /** The places of those approved, or of those numbered in the order of their numbers. */
    private static String preferred(BallotPaper paper) {
        return IntStream.range(0, paper.marks().length())
                .filter(at -> paper.marks().charAt(at) == 'Y'
                        || BallotPaper.number(paper.marks().charAt(at)) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(
                        at -> BallotPaper.number(paper.marks().charAt(at))))
                .map(at -> (at + 1) + " ")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "\"" + text.replace('"', '\'') + "\"\n";
    }
}
