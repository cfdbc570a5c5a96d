package org.yicheng.debate.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;

/** Motions over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "motions", description = "议案、决议草案及其表决 Motions and their way to the vote")
class MotionApi {

    private final Motions motions;
    private final MotionViews views;
    private final DebateScope scope;

    MotionApi(Motions motions, MotionViews views, DebateScope scope) {
        this.motions = motions;
        this.views = views;
        this.scope = scope;
    }

    record NewText(int version, Bilingual title, List<String> paragraphs) {}

    record Meeting(Instant at) {}

    record TheMove(String move, Motions.Saying saying) {}

    record MoveVote(String move, String sitting, Motions.Saying saying, VotingMode mode) {}

    record NextVote(String sitting, VotingMode mode) {}

    record Division(List<Motions.Range> parts) {}

    record Text(Motion motion, List<Piece> text, List<Motions.Part> parts, Optional<Motions.Step> next) {}

    @Operation(summary = "会议的议案和草案 The motions before a sitting")
    @GetMapping("/sittings/{sitting}/motions")
    @Needs(Permission.PUBLIC_READ)
    List<Motion> all(@PathVariable String sitting) {
        Sitting held = scope.sitting(sitting, Permission.PUBLIC_READ);
        boolean member = scope.mayIn(held.body(), Permission.MEMBER_DOCUMENTS);
        return motions.ofSitting(sitting).stream()
                .filter(motion -> member || motions.open(motion))
                .toList();
    }

    @Operation(summary = "一件议案及其现行文本 A motion with its text as it stands")
    @GetMapping("/motions/{id}")
    @Needs(Permission.PUBLIC_READ)
    Text motion(@PathVariable UUID id) {
        Motion motion = views.motion(id, Permission.PUBLIC_READ);
        return new Text(motion, motions.finalText(id), motions.parts(id), motions.nextStep(id));
    }

    @Operation(summary = "记录的历史 Its history from the record")
    @GetMapping("/motions/{id}/history")
    @Needs(Permission.MEMBER_DOCUMENTS)
    List<History.Line> history(@PathVariable UUID id) {
        return views.view(
                        views.motion(id, Permission.MEMBER_DOCUMENTS), org.yicheng.web.Faults.NONE, java.util.Map.of())
                .history();
    }

    @Operation(summary = "提出议案、草案 Table a motion")
    @PostMapping("/sittings/{sitting}/motions")
    @Needs(Permission.SITTING_PREPARE)
    Motion table(@PathVariable String sitting, @RequestBody Motions.Tabled motion) {
        scope.sitting(sitting, Permission.SITTING_PREPARE);
        return motions.table(sitting, motion).orThrow();
    }

    @Operation(summary = "修改文本（列入议程前） Rewrite the text, before it is on the agenda")
    @PutMapping("/motions/{id}")
    @Needs(Permission.SITTING_PREPARE)
    Motion rewrite(@PathVariable UUID id, @RequestBody NewText text) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.rewrite(id, text.version(), text.title(), text.paragraphs())
                .orThrow();
    }

    @Operation(summary = "表决前的会议时间，由此确定修正案截止时间 The meeting before the vote; sets the amendments' deadline")
    @PutMapping("/motions/{id}/meeting")
    @Needs(Permission.SITTING_PREPARE)
    Motion meeting(@PathVariable UUID id, @RequestBody Meeting meeting) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.meetingAt(id, meeting.at()).orThrow();
    }

    @Operation(summary = "办理一步：列入议程、交审、撤回、复议等 Make a move of the workflow")
    @PostMapping("/motions/{id}/moves")
    @Needs(Permission.SITTING_PREPARE)
    Motion move(@PathVariable UUID id, @RequestBody TheMove move) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.move(id, move.move(), move.saying()).orThrow();
    }

    @Operation(summary = "列出一步的表决：暂不付表决、授权常委会等 List the vote on a move")
    @PostMapping("/motions/{id}/move-votes")
    @Needs(Permission.SITTING_PREPARE)
    Question listMove(@PathVariable UUID id, @RequestBody MoveVote vote) {
        views.motion(id, Permission.SITTING_PREPARE);
        scope.sitting(vote.sitting(), Permission.SITTING_PREPARE);
        return motions.listMove(id, vote.move(), vote.sitting(), vote.saying(), vote.mode())
                .orThrow();
    }

    @Operation(summary = "列出下一项表决：先修正案，后分项，再全文 List the next vote: amendments, parts, the whole")
    @PostMapping("/motions/{id}/next-vote")
    @Needs(Permission.SITTING_PREPARE)
    Question next(@PathVariable UUID id, @RequestBody NextVote vote) {
        views.motion(id, Permission.SITTING_PREPARE);
        scope.sitting(vote.sitting(), Permission.SITTING_PREPARE);
        return motions.listNext(id, vote.sitting(), vote.mode()).orThrow();
    }

    @Operation(summary = "部分条款单独表决 Divide the question")
    @PutMapping("/motions/{id}/parts")
    @Needs(Permission.SITTING_PREPARE)
    Motion divide(@PathVariable UUID id, @RequestBody Division division) {
        views.motion(id, Permission.SITTING_PREPARE);
        return motions.divide(id, division.parts()).orThrow();
    }
}
