package org.yicheng.proposals.pages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.document.Sheets;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;

/** What was received as a table: every column that {@code import} reads, and what became of it. */
@Component
class FilingSheet {

    /** One column a part comes after these. */
    private static final List<String> COLUMNS =
            List.of("kind", "number", "title", "lead", "signers", "mover", "received", "state", "outcome", "reason");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv;charset=UTF-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Words words;

    FilingSheet(Words words) {
        this.words = words;
    }

    ResponseEntity<byte[]> answer(List<Filing> filings, String format) {
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
        List<String> header = Stream.concat(
                        COLUMNS.stream(), Stream.of(Part.values()).map(Part::name))
                .toList();
        List<List<String>> rows = filings.stream().map(this::row).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"filings." + format + "\"")
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
