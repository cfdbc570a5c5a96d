package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Mandates.Ground;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Committees.NewSeat;
import org.yicheng.congress.Committees.Post;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The members of a standing committee: formed, elected, posts, ended. On a page and over REST. */
@Controller
@Tag(name = "sessions", description = "人民代表大会会议 Sessions of a people's congress")
public class CommitteeMemberPages {

    private static final List<Ground> ENDS = List.of(Ground.RESIGNED, Ground.RECALLED, Ground.DECEASED);

    private final Committees committees;
    private final CommitteeScope scope;
    private final Mandates mandates;
    private final Clock clock;
    private final Pages pages;

    CommitteeMemberPages(Committees committees, CommitteeScope scope, Mandates mandates, Clock clock, Pages pages) {
        this.committees = committees;
        this.scope = scope;
        this.mandates = mandates;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param changes what became of memberships, newest first
     * @param now what the forms propose as the instant of effect
     */
    public record MembersView(
            Body parent,
            Optional<Body> committee,
            List<Committees.Seat> seats,
            List<Committees.Elected> elected,
            List<Mandates.Change> changes,
            List<Ground> ends,
            LocalDateTime now,
            boolean clerk,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public List<Committees.Seat> inOffice() {
            return seats.stream()
                    .filter(seat -> seat.member().status() != Member.MandateStatus.TERMINATED)
                    .toList();
        }

        public boolean congress() {
            return parent.kind() == Body.Kind.CONGRESS;
        }
    }

    @GetMapping("/bodies/{body}/standing-committee/members")
    @Needs(Permission.ROSTER_READ)
    View page(@PathVariable String body) {
        return show(scope.parent(body, Permission.ROSTER_READ), Map.of(), List.of());
    }

    private View show(Body parent, Map<String, String> typed, List<Refusal> reasons) {
        Optional<Body> committee = committees.of(parent.id());
        MembersView view = new MembersView(
                parent,
                committee,
                committees.seats(parent.id()),
                committees.elected(parent.id()),
                committee.map(body -> mandates.changes(body.id())).orElse(List.of()),
                ENDS,
                now(),
                Caller.current().mayIn(parent.id(), Permission.CREDENTIAL_CHANGE),
                typed,
                reasons);
        return pages.show(
                "congress/committeemembers",
                view,
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                .withSecond(0)
                .withNano(0);
    }

    @PostMapping("/bodies/{body}/standing-committee")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object form(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body parent = scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return after(parent, typed, committees.form(body, seats(typed, Post.MEMBER)));
    }

    /** Numbers, divided by spaces, commas or lines. */
    private static List<NewSeat> seats(Map<String, String> typed, Post post) {
        return Arrays.stream(typed.getOrDefault("members", "").split("[\\s,，、;；]+"))
                .filter(number -> !number.isBlank())
                .map(number -> new NewSeat(number, post))
                .toList();
    }

    @PostMapping("/bodies/{body}/standing-committee/members")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object enter(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body parent = scope.parent(body, Permission.CREDENTIAL_CHANGE);
        Optional<Instant> effective = instant(typed);
        Post post = Arrays.stream(Post.values())
                .filter(one -> one.name().equals(typed.get("post")))
                .findFirst()
                .orElse(Post.MEMBER);
        return effective.isEmpty()
                ? show(parent, typed, List.of(unknown(typed)))
                : after(
                        parent,
                        typed,
                        committees.enter(
                                body, seats(typed, post), effective.get(), typed.getOrDefault("decision", "")));
    }

    private static Refusal unknown(Map<String, String> typed) {
        return Refusal.at("effective", "congress.time-unknown", "value", typed.getOrDefault("effective", ""));
    }

    /** The minute is what a form sends; a change of this very minute counts from now. */
    private Optional<Instant> instant(Map<String, String> typed) {
        try {
            LocalDateTime at = LocalDateTime.parse(typed.getOrDefault("effective", ""));
            return Optional.of(
                    at.equals(now())
                            ? clock.instant()
                            : at.atZone(clock.getZone()).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @PostMapping("/bodies/{body}/standing-committee/elected/{election}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object enterElected(@PathVariable String body, @PathVariable UUID election) {
        Body parent = scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return after(parent, Map.of(), committees.enterElected(body, election));
    }

    @PostMapping("/bodies/{body}/standing-committee/posts")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object posts(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body parent = scope.parent(body, Permission.CREDENTIAL_CHANGE);
        Map<String, Post> posts = new LinkedHashMap<>();
        typed.forEach((field, value) -> Arrays.stream(Post.values())
                .filter(post -> field.startsWith("post-") && post.name().equals(value))
                .forEach(post -> posts.put(field.substring("post-".length()), post)));
        return after(parent, typed, committees.posts(body, posts));
    }

    @PostMapping("/bodies/{body}/standing-committee/ended")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Object end(
            @PathVariable String body,
            @RequestParam String number,
            @RequestParam Ground ground,
            @RequestParam Map<String, String> typed) {
        Body parent = scope.parent(body, Permission.CREDENTIAL_CHANGE);
        Optional<Instant> effective = instant(typed);
        return effective.isEmpty()
                ? show(parent, typed, List.of(unknown(typed)))
                : after(
                        parent,
                        typed,
                        committees.end(body, number, ground, effective.get(), typed.getOrDefault("decision", "")));
    }

    private Object after(Body parent, Map<String, String> typed, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? show(parent, typed, reasons)
                : DeskPages.seeOther("/bodies/" + parent.id() + "/standing-committee/members");
    }

    record Seats(List<NewSeat> members) {}

    record Entry(List<NewSeat> members, Instant effective, String decision) {}

    record Posts(Map<String, Post> posts) {}

    record Ended(Ground ground, Instant effective, String decision) {}

    record Due(int due) {}

    @Operation(summary = "常务委员会组成人员及其职务 The members of the standing committee with their posts")
    @GetMapping("/api/v1/bodies/{body}/standing-committee/members")
    @ResponseBody
    @Needs(Permission.ROSTER_READ)
    List<Committees.Seat> members(@PathVariable String body) {
        scope.parent(body, Permission.ROSTER_READ);
        return committees.seats(body);
    }

    @Operation(summary = "登记常务委员会组成人员 Form the standing committee from members in office")
    @PostMapping("/api/v1/bodies/{body}/standing-committee")
    @ResponseBody
    @Needs(Permission.CREDENTIAL_CHANGE)
    Body formed(@PathVariable String body, @RequestBody Seats seats) {
        scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return committees.form(body, seats.members()).orThrow();
    }

    @Operation(summary = "增加组成人员：当选或者补选 Enter further members, elected or by-elected")
    @PostMapping("/api/v1/bodies/{body}/standing-committee/members")
    @ResponseBody
    @Needs(Permission.CREDENTIAL_CHANGE)
    Due entered(@PathVariable String body, @RequestBody Entry entry) {
        scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return new Due(committees
                .enter(body, entry.members(), entry.effective(), entry.decision())
                .orThrow());
    }

    @Operation(summary = "登记一次选举的当选人为组成人员 Enter those elected in an election of the congress")
    @PostMapping("/api/v1/bodies/{body}/standing-committee/elected/{election}")
    @ResponseBody
    @Needs(Permission.CREDENTIAL_CHANGE)
    Due enteredElected(@PathVariable String body, @PathVariable UUID election) {
        scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return new Due(committees.enterElected(body, election).orThrow());
    }

    @Operation(summary = "登记职务：主任、副主任、秘书长、委员 Say who holds which post")
    @PutMapping("/api/v1/bodies/{body}/standing-committee/posts")
    @ResponseBody
    @Needs(Permission.CREDENTIAL_CHANGE)
    List<Committees.Seat> held(@PathVariable String body, @RequestBody Posts posts) {
        scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return committees.posts(body, posts.posts()).orThrow();
    }

    @Operation(summary = "组成人员职务终止：辞职、罢免、去世 End a membership: resigned, dismissed, died")
    @PostMapping("/api/v1/bodies/{body}/standing-committee/members/{number}/end")
    @ResponseBody
    @Needs(Permission.CREDENTIAL_CHANGE)
    Mandates.Change ended(@PathVariable String body, @PathVariable String number, @RequestBody Ended ended) {
        scope.parent(body, Permission.CREDENTIAL_CHANGE);
        return committees
                .end(body, number, ended.ground(), ended.effective(), ended.decision())
                .orThrow();
    }
}
