package org.yicheng.debate.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.debate.Board;
import org.yicheng.debate.Boards;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** The boards in the hall over REST. */
@RestController
@RequestMapping("/api/v1/sittings/{sitting}/boards")
@Tag(name = "boards", description = "会场屏幕 Boards in the hall")
class BoardApi {

    private final Boards boards;
    private final DebateScope scope;

    BoardApi(Boards boards, DebateScope scope) {
        this.boards = boards;
        this.scope = scope;
    }

    record NewBoard(String code, String name) {}

    record Message(String message) {}

    record Timer(String title, int minutes) {}

    @Operation(summary = "会场屏幕及其显示内容 The boards and what they show")
    @GetMapping
    @Needs(Permission.BOARD_SHOW)
    List<Board> all(@PathVariable String sitting) {
        scope.sitting(sitting, Permission.BOARD_SHOW);
        return boards.ofSitting(sitting);
    }

    @Operation(summary = "增加屏幕 Set up a board")
    @PostMapping
    @Needs(Permission.FLOOR_MOVE)
    Board add(@PathVariable String sitting, @RequestBody NewBoard board) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.add(sitting, board.code(), board.name()).orThrow();
    }

    @Operation(summary = "撤除屏幕 Remove a board")
    @DeleteMapping("/{code}")
    @Needs(Permission.FLOOR_MOVE)
    Board remove(@PathVariable String sitting, @PathVariable String code) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.remove(sitting, code).orThrow();
    }

    @Operation(summary = "显示 Show a slide")
    @PutMapping("/{code}/slide")
    @Needs(Permission.FLOOR_MOVE)
    Board show(@PathVariable String sitting, @PathVariable String code, @RequestBody Board.Slide slide) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.show(sitting, code, slide).orThrow();
    }

    @Operation(summary = "排入队列 Queue a slide")
    @PostMapping("/{code}/queue")
    @Needs(Permission.FLOOR_MOVE)
    Board queue(@PathVariable String sitting, @PathVariable String code, @RequestBody Board.Slide slide) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.queue(sitting, code, slide).orThrow();
    }

    @Operation(summary = "从队列去掉 Take a slide out of the queue")
    @DeleteMapping("/{code}/queue/{id}")
    @Needs(Permission.FLOOR_MOVE)
    Board unqueue(@PathVariable String sitting, @PathVariable String code, @PathVariable UUID id) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.unqueue(sitting, code, id).orThrow();
    }

    @Operation(summary = "显示队列的下一项 Show the next one of the queue")
    @PostMapping("/{code}/next")
    @Needs(Permission.FLOOR_MOVE)
    Board next(@PathVariable String sitting, @PathVariable String code) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.next(sitting, code).orThrow();
    }

    @Operation(summary = "屏幕上的提示；空白为取消 A line over the board; blank takes it away")
    @PutMapping("/{code}/message")
    @Needs(Permission.FLOOR_MOVE)
    Board message(@PathVariable String sitting, @PathVariable String code, @RequestBody Message message) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.message(sitting, code, message.message()).orThrow();
    }

    @Operation(summary = "开始倒计时 Start a countdown")
    @PutMapping("/{code}/timer")
    @Needs(Permission.FLOOR_MOVE)
    Board timer(@PathVariable String sitting, @PathVariable String code, @RequestBody Timer timer) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.startTimer(sitting, code, timer.title(), timer.minutes()).orThrow();
    }

    @Operation(summary = "暂停倒计时 Stop the countdown")
    @PostMapping("/{code}/timer/pause")
    @Needs(Permission.FLOOR_MOVE)
    Board pause(@PathVariable String sitting, @PathVariable String code) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.pauseTimer(sitting, code).orThrow();
    }

    @Operation(summary = "继续倒计时 Let the countdown run on")
    @PostMapping("/{code}/timer/resume")
    @Needs(Permission.FLOOR_MOVE)
    Board resume(@PathVariable String sitting, @PathVariable String code) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.resumeTimer(sitting, code).orThrow();
    }

    @Operation(summary = "取消倒计时 Drop the countdown")
    @DeleteMapping("/{code}/timer")
    @Needs(Permission.FLOOR_MOVE)
    Board drop(@PathVariable String sitting, @PathVariable String code) {
        scope.sitting(sitting, Permission.FLOOR_MOVE);
        return boards.dropTimer(sitting, code).orThrow();
    }
}
