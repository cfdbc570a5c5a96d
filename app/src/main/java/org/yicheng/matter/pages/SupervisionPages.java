package org.yicheng.matter.pages;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.document.Sheets;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Supervision;
import org.yicheng.matter.Supervision.Board;
import org.yicheng.matter.Supervision.Duty;
import org.yicheng.matter.Supervision.Filter;
import org.yicheng.matter.Supervision.Standing;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** The supervisor's board (督办台): every running duty of the bodies one examines for, by organ, limit and lamp. */
@Controller
@Needs(Permission.MATTER_EXAMINE)
public class SupervisionPages {

    static final int MOST_IN_A_FILE = 100_000;
    private static final List<String> COLUMNS = List.of(
            "procedure", "number", "title", "state", "organ", "limit", "starts", "due", "days_left", "lamp", "demo");

    private final Supervision supervision;
    private final Procedures procedures;
    private final Words words;
    private final Pages pages;
    private final Clock clock;

    SupervisionPages(Supervision supervision, Procedures procedures, Words words, Pages pages, Clock clock) {
        this.supervision = supervision;
        this.procedures = procedures;
        this.words = words;
        this.pages = pages;
        this.clock = clock;
    }

    /** A filter as typed; an unknown lamp asks for all. */
    static Filter filter(String organ, String procedure, String limit, String lamp, String words) {
        Optional<Standing> standing = List.of(Standing.values()).stream()
                .filter(one -> one.name().equals(lamp))
                .findFirst();
        return new Filter(given(organ), given(procedure), given(limit), standing, words.strip());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isBlank());
    }

    @GetMapping(SupervisionView.PATH)
    View board(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String lamp,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        Filter filter = filter(organ, procedure, limit, lamp, words);
        Board whole = supervision.board(Filter.NONE);
        Board seen = filter.words().isEmpty() ? whole.through(filter) : supervision.board(filter);
        SupervisionView bare =
                view(whole, seen, filter, List.of(), new Paging(1, Paging.ROWS, 0, SupervisionView.PATH));
        Paging paging = new Paging(page, Paging.ROWS, seen.duties(), bare.list());
        List<Duty> duties = supervision.duties(filter, paging.offset(), Paging.ROWS);
        return pages.show("matter/board", view(whole, seen, filter, duties, paging));
    }

    private SupervisionView view(Board whole, Board seen, Filter filter, List<Duty> duties, Paging paging) {
        return new SupervisionView(whole, seen, filter, duties, paging, procedures, ZonedDateTime.now(clock));
    }

    @GetMapping(SupervisionView.PATH + ".{format:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String lamp,
            @RequestParam(defaultValue = "") String words) {
        return file(format, filter(organ, procedure, limit, lamp, words));
    }

    ResponseEntity<byte[]> file(String format, Filter filter) {
        List<Duty> duties = supervision.duties(filter, 0, MOST_IN_A_FILE + 1);
        if (duties.size() > MOST_IN_A_FILE) {
            throw new RefusedException(Refusal.plain("matter.board-too-many", "most", MOST_IN_A_FILE));
        }
        SupervisionView view = view(
                new Board(0, List.of()),
                new Board(0, List.of()),
                filter,
                duties,
                new Paging(1, Paging.ROWS, 0, SupervisionView.PATH));
        List<List<String>> rows = duties.stream().map(duty -> row(view, duty)).toList();
        boolean xlsx = format.equals("xlsx");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        xlsx
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"board-" + view.now().toLocalDate() + "." + format + "\"")
                .body(xlsx ? Sheets.xlsx(COLUMNS, rows) : Sheets.csv(COLUMNS, rows));
    }

    private List<String> row(SupervisionView view, Duty duty) {
        return List.of(
                view.procedure(duty.procedure()).zh(),
                duty.number().map(String::valueOf).orElse(""),
                duty.title(),
                view.state(duty).zh(),
                duty.organName(),
                view.limit(duty.procedure(), duty.limit()).zh(),
                duty.starts().toString(),
                duty.dueAt()
                        .map(at -> at.atZone(clock.getZone()).toOffsetDateTime().toString())
                        .orElse(duty.due().map(Object::toString).orElse("")),
                duty.due()
                        .map(due -> String.valueOf(
                                ChronoUnit.DAYS.between(view.now().toLocalDate(), due)))
                        .orElse(""),
                words.say(Language.ZH, "matter.standing-" + duty.standing()),
                duty.demo() ? "演示" : "");
    }
}
