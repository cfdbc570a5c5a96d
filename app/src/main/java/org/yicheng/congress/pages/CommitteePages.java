package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.CommitteeMeetings;
import org.yicheng.congress.Session;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Refuses;

/** A standing committee's meetings and their calendar: on a page and over REST. */
@Controller
@Tag(name = "sessions", description = "人民代表大会会议 Sessions of a people's congress")
public class CommitteePages {

    private final CommitteeMeetings committees;
    private final CommitteeScope scope;
    private final Clock clock;
    private final Pages pages;

    CommitteePages(CommitteeMeetings committees, CommitteeScope scope, Clock clock, Pages pages) {
        this.committees = committees;
        this.scope = scope;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param parent the congress or CPPCC committee
     * @param typed what was typed, kept when it was refused
     */
    public record CommitteeView(
            Body parent,
            Optional<CommitteeMeetings.Calendar> calendar,
            boolean clerk,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public boolean congress() {
            return parent.kind() == Body.Kind.CONGRESS;
        }
    }

    @GetMapping("/bodies/{body}/standing-committee")
    @Needs(Permission.DESK_READ)
    View page(@PathVariable String body) {
        return show(scope.parent(body, Permission.DESK_READ), Map.of(), List.of());
    }

    private View show(Body parent, Map<String, String> typed, List<Refusal> reasons) {
        CommitteeView view = new CommitteeView(
                parent,
                committees.of(parent.id()),
                Caller.current().mayIn(parent.id(), Permission.SESSION_MOVE),
                typed,
                reasons);
        HttpStatus status = reasons.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
        return pages.show("congress/committee", view, status.value());
    }

    @PostMapping("/bodies/{body}/standing-committee/meetings")
    @Needs(Permission.SESSION_MOVE)
    Object convene(@PathVariable String body, @RequestParam Map<String, String> typed) {
        Body parent = scope.parent(body, Permission.SESSION_MOVE);
        List<Refusal> reasons = new ArrayList<>();
        Instant planned = Instant.EPOCH;
        try {
            planned = LocalDateTime.parse(typed.getOrDefault("at", ""))
                    .atZone(clock.getZone())
                    .toInstant();
        } catch (DateTimeException _) {
            reasons.add(Refusal.at("at", "congress.time-unknown", "value", typed.getOrDefault("at", "")));
        }
        String number = typed.getOrDefault("number", "").strip();
        if (!number.matches("\\d{1,3}")) {
            reasons.add(Refusal.at("number", "congress.session-number", "value", number, "most", 999));
        }
        if (!reasons.isEmpty()) {
            return show(parent, typed, reasons);
        }
        CommitteeMeetings.NewMeeting meeting = new CommitteeMeetings.NewMeeting(
                Integer.parseInt(number),
                planned,
                typed.getOrDefault("hall", ""),
                lines(typed.getOrDefault("heard", "")),
                lines(typed.getOrDefault("voted", "")),
                mode(typed.getOrDefault("mode", "")));
        return switch (committees.convene(body, meeting)) {
            case Ruling.Refused<Session>(List<Refusal> against) -> show(parent, typed, against);
            case Ruling.Granted<Session>(Session session) -> DeskPages.seeOther("/sessions/" + session.id());
        };
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static VotingMode mode(String word) {
        return word.equals(VotingMode.SHOW_OF_HANDS.name())
                ? VotingMode.SHOW_OF_HANDS
                : VotingMode.ELECTRONIC_UNRECORDED;
    }

    @Operation(summary = "常务委员会的会议和两个月的期限 A standing committee's meetings and its two months")
    @GetMapping("/api/v1/bodies/{body}/standing-committee")
    @ResponseBody
    @Needs(Permission.DESK_READ)
    @Refuses(409)
    CommitteeMeetings.Calendar calendar(@PathVariable String body) {
        scope.parent(body, Permission.DESK_READ);
        return committees
                .of(body)
                .orElseThrow(() -> new RefusedException(
                        Refusal.by(CommitteeMeetings.RHYTHM, "congress.committee-none", "body", body)));
    }

    @Operation(summary = "召集常务委员会会议，附议程 Convene a meeting of the standing committee with its agenda")
    @PostMapping("/api/v1/bodies/{body}/standing-committee/meetings")
    @ResponseBody
    @Needs(Permission.SESSION_MOVE)
    Session convened(@PathVariable String body, @RequestBody CommitteeMeetings.NewMeeting meeting) {
        scope.parent(body, Permission.SESSION_MOVE);
        return committees.convene(body, meeting).orThrow();
    }
}
