package org.yicheng.demo.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.party.Accounts;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The demo over REST: tokens for every invented account, the clock, autoplay. For replays and load programs. */
@RestController
@RequestMapping("/api/v1/demo")
@ConditionalOnBooleanProperty("yicheng.demo")
@Needs(Permission.DEMO_PLAY)
@Tag(name = "demo", description = "演示城市 The demo city; only under --demo")
class DemoApi {

    private static final Duration VISIT = Duration.ofHours(8);

    private final Personas personas;
    private final Accounts accounts;
    private final Bodies bodies;
    private final Player player;
    private final DemoYear year;
    private final Clock clock;

    DemoApi(Personas personas, Accounts accounts, Bodies bodies, Player player, DemoYear year, Clock clock) {
        this.personas = personas;
        this.accounts = accounts;
        this.bodies = bodies;
        this.player = player;
        this.year = year;
        this.clock = clock;
    }

    record Token(String who, String token) {}

    record Instants(Instant now) {}

    /** @param pace empty: STEADY */
    record Autoplay(boolean on, Optional<Player.Pace> pace) {}

    record NewStaff(String login, String body, List<Role> roles) {}

    @Operation(summary = "一个演示角色的令牌 A token for one persona or member number")
    @PostMapping("/token")
    Token token(@RequestParam String who) {
        Accounts.Account account = personas.account(who)
                .orElseThrow(() -> new RefusedException(Refusal.at("who", "demo.persona.unknown", "value", who)));
        account.person().ifPresent(player::visitorPlays);
        return new Token(who, accounts.issueToken(account.id(), until()));
    }

    @Operation(summary = "一个机构全体演示代表的令牌 Tokens for all invented members of a body")
    @PostMapping("/tokens")
    List<Token> tokens(@RequestParam String body) {
        List<Member> members = bodies.membersOf(body).stream()
                .filter(member -> member.demo() && member.status() == Member.MandateStatus.IN_OFFICE)
                .toList();
        List<Accounts.Account> owners = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Member member : members) {
            Optional<Accounts.Account> account = accounts.byPerson(member.person());
            account.ifPresent(found -> {
                owners.add(found);
                numbers.add(member.number());
                player.visitorPlays(member.person());
            });
        }
        List<String> tokens =
                accounts.issueTokens(owners.stream().map(Accounts.Account::id).toList(), until());
        List<Token> answer = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            answer.add(new Token(numbers.get(i), tokens.get(i)));
        }
        return answer;
    }

    @Operation(summary = "为另一个演示机构建立工作人员账号 A staff account for another demo body, with its token")
    @PostMapping("/staff")
    Token staff(@RequestBody NewStaff staff) {
        Accounts.Account account =
                accounts.create(Accounts.Kind.STAFF, staff.login(), staff.login(), Optional.empty(), true);
        staff.roles().forEach(role -> accounts.giveRole(account.id(), role, role.scopeFor(staff.body())));
        return new Token(staff.login(), accounts.issueToken(account.id(), until()));
    }

    @Operation(summary = "演示时钟 The demo's clock")
    @GetMapping("/clock")
    Instants now() {
        return new Instants(clock.instant());
    }

    @Operation(summary = "拨动演示时钟（只能向前） Move the demo's clock, forward only")
    @PostMapping("/clock")
    Instants set(@RequestBody Instants to) {
        DemoClock.set(clock, to.now());
        return new Instants(clock.instant());
    }

    @Operation(summary = "让它自己走 Autoplay on or off")
    @PostMapping("/autoplay")
    Map<String, Boolean> autoplay(@RequestBody Autoplay autoplay) {
        player.autoplay(autoplay.on(), autoplay.pace().orElse(Player.Pace.STEADY));
        return Map.of("on", player.autoplay());
    }

    @Operation(summary = "演示大会以后的一年：把票决确定的项目办完 Play the year after the session: what was chosen is carried out")
    @PostMapping("/year")
    Instants year() {
        year.play();
        return new Instants(clock.instant());
    }

    private static Instant until() {
        return Clock.systemUTC().instant().plus(VISIT);
    }
}
