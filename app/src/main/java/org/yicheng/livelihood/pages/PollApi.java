package org.yicheng.livelihood.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Residents' polls over REST: what their pages do, except that the public ballot is a page alone. */
@RestController
@RequestMapping("/api/v1/livelihood/rounds/{id}/poll")
@Tag(name = "livelihood")
public class PollApi {

    private final Polls polls;
    private final LivelihoodScope scope;

    PollApi(Polls polls, LivelihoodScope scope) {
        this.polls = polls;
        this.scope = scope;
    }

    /** @param age none if not said @param district empty if not said */
    record Entered(
            LocalDate came, List<UUID> projects, String district, Optional<Marks.Age> age, Optional<Marks.Sex> sex) {}

    /** @param code by which the ballot is looked at, changed and taken back; told once */
    record Receipt(String code) {}

    @Operation(summary = "居民意见征询：期限、资金限额、候选项目 A residents' poll: its days, money frame, candidates")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    Poll one(@PathVariable UUID id) {
        scope.round(id);
        return polls.of(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.poll.unknown", "value", id)));
    }

    @Operation(summary = "征询结果，结束以后公开，供参考 What came out, once it is closed: advice")
    @GetMapping("/advice")
    @Needs(Permission.PUBLIC_READ)
    Advice advice(@PathVariable UUID id) {
        scope.round(id);
        return polls.advice(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.poll-advice.unknown", "value", id)));
    }

    @Operation(summary = "开始征询；收到第一张意见表以前可以修改 Open a poll, or set other terms until the first ballot")
    @PostMapping
    @Needs(Permission.LIVELIHOOD_KEEP)
    Poll set(@PathVariable UUID id, @RequestBody Poll.Terms terms) {
        scope.keptRound(id);
        return polls.set(id, terms).orThrow();
    }

    @Operation(summary = "登记代表联络站收到的纸质意见表 Enter a paper ballot from a deputies' station")
    @PostMapping("/ballots")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Receipt enter(@PathVariable UUID id, @RequestBody Entered entered) {
        scope.keptRound(id);
        return new Receipt(polls.enter(
                        id,
                        entered.came(),
                        new Marks(entered.projects(), entered.district(), entered.age(), entered.sex()))
                .orThrow()
                .code());
    }

    @Operation(summary = "结束征询并公布结果 End a poll; its result is public")
    @PostMapping("/close")
    @Refuses(503)
    @Needs(Permission.LIVELIHOOD_KEEP)
    Poll close(@PathVariable UUID id) {
        scope.keptRound(id);
        return polls.close(id).orThrow();
    }
}
