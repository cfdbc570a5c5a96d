package org.yicheng.debate.pages;

import jakarta.annotation.PostConstruct;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.HallBoard;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Board;
import org.yicheng.debate.Boards;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;
import org.yicheng.web.Sight;

/** The boards in the hall, and the desk that directs them. */
@Controller
public class BoardPages {

    private final Boards boards;
    private final Motions motions;
    private final Sittings sittings;
    private final HallBoard hall;
    private final DebateViews debates;
    private final MotionViews motionViews;
    private final DebateScope scope;
    private final Live live;
    private final Pages pages;

    BoardPages(
            Boards boards,
            Motions motions,
            Sittings sittings,
            HallBoard hall,
            DebateViews debates,
            MotionViews motionViews,
            DebateScope scope,
            Live live,
            Pages pages) {
        this.boards = boards;
        this.motions = motions;
        this.sittings = sittings;
        this.hall = hall;
        this.debates = debates;
        this.motionViews = motionViews;
        this.scope = scope;
        this.live = live;
        this.pages = pages;
    }

    /**
     * A board with what its slide is about.
     *
     * @param distance ten times (farthest seat ÷ picture height)
     */
    public record BoardView(
            DebateView debate,
            Board board,
            Optional<AgendaItem> item,
            Optional<MotionView> motion,
            Optional<Amendment> amendment,
            HallBoard hall,
            int distance) {

        public boolean showsHall() {
            return board.slide().kind() == Board.Kind.HALL;
        }

        public String topic() {
            return "debate-board:" + board.sitting() + "/" + board.code();
        }

        public boolean tooFar() {
            return Sight.tooFar(distance);
        }
    }

    @PostConstruct
    void register() {
        live.source("debate-board:", Permission.BOARD_SHOW, this::parts);
    }

    private Map<String, String> parts(String topic, Language language) {
        String[] path = topic.substring(topic.indexOf(':') + 1).split("/", 2);
        Sitting held = sittings.byId(path[0]).orElseThrow();
        BoardView view = view(held, known(held.id(), path[1]), 0);
        String over = pages.fragment("debate/boardover", view, language);
        // Between the hall's own board and any other slide the page changes as a whole.
        String stage = view.showsHall() ? "hall" : "slide";
        return view.showsHall()
                ? Map.of("over", over, "stage", stage)
                : Map.of("over", over, "stage", stage, "body", pages.fragment("debate/boardslide", view, language));
    }

    private Board known(String sitting, String code) {
        return boards.byCode(sitting, code)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.board.unknown", "value", code)));
    }

    private BoardView view(Sitting held, Board board, int distance) {
        DebateView debate = debates.agenda(held, Faults.NONE);
        String ref = board.slide().ref();
        Optional<AgendaItem> item = debate.agenda().stream()
                .filter(each -> each.id().toString().equals(ref))
                .findFirst();
        Optional<Amendment> amendment = board.slide().kind() == Board.Kind.AMENDMENT
                ? motions.amendment(UUID.fromString(ref))
                : Optional.empty();
        Optional<Motion> motion = amendment
                .map(Amendment::motion)
                .or(() -> board.slide().kind() == Board.Kind.MOTION
                        ? Optional.of(UUID.fromString(ref))
                        : Optional.empty())
                .flatMap(motions::byId);
        return new BoardView(
                debate,
                board,
                item,
                motion.map(each -> motionViews.view(each, Faults.NONE, Map.of())),
                amendment,
                hall,
                distance);
    }

    @GetMapping("/board/{sitting}/{code}")
    @Needs(Permission.BOARD_SHOW)
    View board(
            @PathVariable String sitting,
            @PathVariable String code,
            @RequestParam(defaultValue = "30") int distance,
            @RequestParam(defaultValue = "4.5") BigDecimal height) {
        Sitting held = scope.sitting(sitting, Permission.BOARD_SHOW);
        return pages.show("debate/board", view(held, known(sitting, code), Sight.tenfold(distance, height)));
    }

    /** The desk that directs the boards. */
    public record BoardsView(DebateView debate, List<Board> boards, List<Amendment> amendments, Faults faults) {}

    @GetMapping("/sittings/{sitting}/boards")
    @Needs(Permission.FLOOR_MOVE)
    View desk(@PathVariable String sitting) {
        return desk(scope.sitting(sitting, Permission.FLOOR_MOVE), Faults.NONE, 200);
    }

    private View desk(Sitting held, Faults faults, int status) {
        DebateView debate = debates.agenda(held, Faults.NONE);
        List<Amendment> amendments = debate.motions().stream()
                .flatMap(motion -> motions.amendments(motion.id()).stream())
                .filter(Amendment::pending)
                .toList();
        return pages.show(
                "debate/boards", new BoardsView(debate, boards.ofSitting(held.id()), amendments, faults), status);
    }

    @PostMapping("/sittings/{sitting}/boards")
    @Needs(Permission.FLOOR_MOVE)
    Object add(@PathVariable String sitting, @RequestParam String code, @RequestParam String name) {
        Sitting held = scope.sitting(sitting, Permission.FLOOR_MOVE);
        return answer(held, boards.add(sitting, code.strip(), name));
    }

    private Object answer(Sitting held, Ruling<Board> ruling) {
        return ruling instanceof Ruling.Refused<Board>(List<Refusal> reasons)
                ? desk(held, new Faults(reasons), 409)
                : to(held);
    }

    private static ResponseEntity<Void> to(Sitting held) {
        return AgendaPages.to("/sittings/" + held.id() + "/boards");
    }

    @PostMapping("/sittings/{sitting}/boards/{code}")
    @Needs(Permission.FLOOR_MOVE)
    Object act(
            @PathVariable String sitting,
            @PathVariable String code,
            @RequestParam("do") String act,
            @RequestParam Map<String, String> form) {
        Sitting held = scope.sitting(sitting, Permission.FLOOR_MOVE);
        known(sitting, code);
        String minutes = form.getOrDefault("minutes", "").strip();
        return answer(
                held,
                switch (act) {
                    case "show" -> boards.show(sitting, code, slide(form));
                    case "queue" -> boards.queue(sitting, code, slide(form));
                    case "next" -> boards.next(sitting, code);
                    case "unqueue" -> boards.unqueue(sitting, code, UUID.fromString(form.getOrDefault("slide", "")));
                    case "message" -> boards.message(sitting, code, form.getOrDefault("message", ""));
                    case "timer" ->
                        boards.startTimer(
                                sitting,
                                code,
                                form.getOrDefault("title", ""),
                                minutes.matches("\\d{1,4}") ? Integer.parseInt(minutes) : 0);
                    case "timer-pause" -> boards.pauseTimer(sitting, code);
                    case "timer-resume" -> boards.resumeTimer(sitting, code);
                    case "timer-drop" -> boards.dropTimer(sitting, code);
                    case "remove" -> boards.remove(sitting, code);
                    default -> throw new IllegalArgumentException("no such act: " + act);
                });
    }

    /** A choice of the form: {@code KIND} or {@code KIND:id}; the content is a message's. */
    private static Board.Slide slide(Map<String, String> form) {
        String[] choice = form.getOrDefault("choice", "").split(":", 2);
        Board.Kind kind = List.of(Board.Kind.values()).stream()
                .filter(each -> each.name().equals(choice[0]))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("slide", "debate.slide-unknown", "value", choice[0])));
        return new Board.Slide(
                kind,
                choice.length > 1 ? choice[1] : "",
                kind == Board.Kind.MESSAGE ? form.getOrDefault("content", "").strip() : "");
    }
}
