package org.yicheng.demo.city;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** The page on which a visitor steps into a role, and the demo's clock. */
@Controller
@ConditionalOnBooleanProperty("yicheng.demo")
@Needs(Permission.DEMO_PLAY)
class DemoPages {

    private static final Duration VISIT = Duration.ofHours(8);

    private final Personas personas;
    private final Accounts accounts;
    private final Player player;
    private final DemoYear year;
    private final DemoBoard board;
    private final Clock clock;
    private final Pages pages;

    DemoPages(
            Personas personas,
            Accounts accounts,
            Player player,
            DemoYear year,
            DemoBoard board,
            Clock clock,
            Pages pages) {
        this.personas = personas;
        this.accounts = accounts;
        this.player = player;
        this.year = year;
        this.board = board;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/demo")
    View personas() {
        List<DemoView.Choice> staff = Personas.STAFF.stream()
                .map(persona -> new DemoView.Choice(persona.key(), persona.key(), "", ""))
                .toList();
        List<DemoView.Choice> deputies = personas.deputies().stream()
                .map(member -> new DemoView.Choice(member.number(), "deputy", member.name(), member.groupName()))
                .toList();
        List<DemoView.Choice> members = personas.members().stream()
                .map(member -> new DemoView.Choice(member.number(), "member", member.name(), member.groupName()))
                .toList();
        return pages.show(
                "demo/personas",
                new DemoView(staff, deputies, members, clock.instant(), player.autoplay(), year.ahead()));
    }

    @PostMapping("/demo/step-into")
    ResponseEntity<Void> stepInto(@RequestParam String who) {
        Accounts.Account account = personas.account(who)
                .orElseThrow(() -> new RefusedException(Refusal.at("who", "demo.persona.unknown", "value", who)));
        account.person().ifPresent(player::visitorPlays);
        String token =
                accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(VISIT));
        String start = Personas.STAFF.stream()
                .filter(persona -> persona.key().equals(who))
                .map(Personas.Persona::start)
                .findFirst()
                .orElse(personas.members().stream().anyMatch(one -> one.number().equals(who)) ? "/filings" : "/me");
        return ResponseEntity.status(HttpServletResponse.SC_SEE_OTHER)
                .header("Set-Cookie", cookie(token, VISIT))
                .header("Location", start)
                .build();
    }

    private static String cookie(String token, Duration age) {
        return ResponseCookie.from("yicheng", token)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    /** The board of the meeting that is on now; it goes on to the next one by itself. */
    @GetMapping("/demo/board")
    View board() {
        return pages.show("demo/board", new DemoView.Board(board::body));
    }

    @PostMapping("/demo/leave")
    ResponseEntity<Void> leave() {
        return ResponseEntity.status(HttpServletResponse.SC_SEE_OTHER)
                .header("Set-Cookie", cookie("", Duration.ZERO))
                .header("Location", "/demo")
                .build();
    }

    @PostMapping("/demo/clock")
    ResponseEntity<Void> move(
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/demo") String back) {
        Instant target = to.isBlank()
                ? clock.instant().plus(Duration.ofMinutes(minutes))
                : DemoClock.parse(to).atZone(clock.getZone()).toInstant();
        DemoClock.set(clock, target);
        return back(back);
    }

    @PostMapping("/demo/autoplay")
    ResponseEntity<Void> autoplay(
            @RequestParam boolean on,
            @RequestParam(defaultValue = "STEADY") Player.Pace pace,
            @RequestParam(defaultValue = "/demo") String back) {
        player.autoplay(on, pace);
        return back(back);
    }

    @PostMapping("/demo/year")
    ResponseEntity<Void> year() {
        return back("/livelihood/rounds/" + year.play() + "/deliveries");
    }

    private static ResponseEntity<Void> back(String path) {
        String safe = path.startsWith("/") && !path.startsWith("//") ? path : "/demo";
        return ResponseEntity.status(HttpServletResponse.SC_SEE_OTHER)
                .header("Location", safe)
                .build();
    }
}
