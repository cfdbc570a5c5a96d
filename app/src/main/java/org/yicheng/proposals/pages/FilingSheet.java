package org.yicheng.proposals.pages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Body;
import org.yicheng.document.Sheets;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Imports;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;

/** What was received as a table: every column that {@code import} reads, and what became of it. */
@Component
class FilingSheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Columns of kinds or bodies that move proposals only. */
    private static final String NAMED_MOVER = "mover_name";
    /** What an import reads and never takes over. */
    private static final Set<String> RESULTS = Set.of("state", "outcome", "reason");

    private final Words words;
    private final Proposals proposals;

    FilingSheet(Words words, Proposals proposals) {
        this.words = words;
        this.proposals = proposals;
    }

    ResponseEntity<byte[]> answer(List<Filing> filings, String format) {
        List<String> header = Stream.concat(
                        Imports.EXPORTED.stream(), Stream.of(Part.values()).map(Part::name))
                .toList();
        return answer("filings", header, filings.stream().map(this::row).toList(), format);
    }

    /** An empty table for an import: the columns that a body's kinds have, named in a language. */
    ResponseEntity<byte[]> template(Body.Kind body, Language language, String format) {
        Set<Part> parts = Kind.of(body).stream()
                .flatMap(kind -> kind.all().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        List<String> header = Stream.concat(
                        Imports.COLUMNS.stream()
                                .filter(column -> Stream.of(Part.values())
                                        .noneMatch(part -> part.name().equals(column)))
                                .filter(column -> !RESULTS.contains(column))
                                .filter(column -> !column.equals(NAMED_MOVER) || body == Body.Kind.CPPCC),
                        parts.stream().map(Part::name))
                .map(column -> words.say(language, Imports.word(column)))
                .toList();
        return answer("filings-template", header, List.of(), format);
    }

    private static ResponseEntity<byte[]> answer(
            String name, List<String> header, List<List<String>> rows, String format) {
        String type = TYPES.get(format);
        if (type == null) {
            throw new RefusedException(Refusal.at(
                    "format",
                    "proposals.format-unknown",
                    "value",
                    format,
                    "choices",
                    TYPES.keySet().stream().sorted().toList()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .body(format.equals("xlsx") ? Sheets.xlsx(header, rows) : Sheets.csv(header, rows));
    }

    private List<String> row(Filing filing) {
        String signers = filing.signatures().stream()
                .filter(filing::stands)
                .map(Filing.Signature::number)
                .collect(Collectors.joining(" "));
        Stream<String> facts = Stream.of(
                filing.kind().name(),
                filing.number().map(String::valueOf).orElse(""),
                filing.title(),
                filing.signatures().isEmpty()
                        ? ""
                        : filing.signatures().getFirst().number(),
                signers,
                filing.mover(),
                filing.kind() == Kind.PROPOSAL && !filing.mover().isEmpty()
                        ? proposals
                                .of(filing)
                                .collective()
                                .map(Proposals.Collective::name)
                                .orElse("")
                        : "",
                filing.received().map(at -> TIME.format(at.atZone(ZONE))).orElse(""),
                words.say(Language.ZH, filing.stateKey()),
                filing.outcome()
                        .map(outcome -> words.say(Language.ZH, "proposals.outcome-" + outcome))
                        .orElse(""),
                filing.opinion().map(Filing.Opinion::reason).orElse(""));
        return Stream.concat(
                        facts,
                        Stream.of(Part.values()).map(part -> filing.parts().getOrDefault(part, "")))
                .toList();
    }
}
