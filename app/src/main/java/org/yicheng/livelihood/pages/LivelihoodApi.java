package org.yicheng.livelihood.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.livelihood.Place;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Rounds and wishes over REST: what their pages do, except that the public form is a page alone. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "livelihood", description = "民生实事：征集、心愿、回执 Livelihood projects: calls, wishes, receipts")
public class LivelihoodApi {

    private static final int MOST = 100;

    private final Rounds rounds;
    private final Wishes wishes;
    private final LivelihoodScope scope;
    private final Pace pace;

    LivelihoodApi(Rounds rounds, Wishes wishes, LivelihoodScope scope, Pace pace) {
        this.rounds = rounds;
        this.wishes = wishes;
        this.scope = scope;
        this.pace = pace;
    }

    /** A wish without how to reach who asked. */
    record Shown(
            UUID id,
            UUID round,
            int number,
            Wish.Channel channel,
            String title,
            String text,
            String where,
            Instant received,
            Wish.State state,
            String reason,
            Optional<UUID> lead,
            int joined,
            boolean demo) {
        static Shown of(Wish wish) {
            return new Shown(
                    wish.id(),
                    wish.round(),
                    wish.number(),
                    wish.channel(),
                    wish.title(),
                    wish.text(),
                    wish.where(),
                    wish.received(),
                    wish.state(),
                    wish.reason(),
                    wish.lead(),
                    wish.joined(),
                    wish.demo());
        }
    }

    record Entered(Wish.Channel channel, LocalDate came, String title, String text, String where, String contact) {}

    /** @param code by which who asked looks the wish up; told once */
    record Receipt(Shown wish, String code) {}

    record Prolonged(LocalDate closes) {}

    record Reason(String reason) {}

    record Lead(UUID lead) {}

    record Contact(String contact) {}

    @Operation(summary = "各地规定 What places say, with sources")
    @GetMapping("/livelihood/places")
    @Needs(Permission.PUBLIC_READ)
    List<Place> places() {
        return rounds.places();
    }

    @Operation(summary = "各年度民生实事，最近开始征集的在前 Rounds, the call that began last first")
    @GetMapping("/livelihood/rounds")
    @Needs(Permission.PUBLIC_READ)
    List<Round> all() {
        return rounds.all();
    }

    @Operation(summary = "一个年度 One round")
    @GetMapping("/livelihood/rounds/{id}")
    @Needs(Permission.PUBLIC_READ)
    Round one(@PathVariable UUID id) {
        return scope.round(id);
    }

    @Operation(summary = "发布征集公告 Publish a call")
    @PostMapping("/bodies/{body}/livelihood/rounds")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Round call(@PathVariable String body, @RequestBody Rounds.Call call) {
        scope.kept(body);
        return rounds.call(body, call).orThrow();
    }

    @Operation(summary = "延长征集 Let a call run longer")
    @PostMapping("/livelihood/rounds/{id}/prolong")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Round prolong(@PathVariable UUID id, @RequestBody Prolonged prolonged) {
        scope.keptRound(id);
        return rounds.prolong(id, prolonged.closes()).orThrow();
    }

    @Operation(summary = "公开的心愿，每组一件 Accepted wishes, one of each group")
    @GetMapping("/livelihood/rounds/{id}/wishes")
    @Needs(Permission.PUBLIC_READ)
    List<Shown> accepted(@PathVariable UUID id, @RequestParam(defaultValue = "0") int offset) {
        scope.round(id);
        return wishes.of(id, Asked.PUBLIC, Math.max(0, offset), MOST).stream()
                .map(Shown::of)
                .toList();
    }

    @Operation(summary = "收到的全部心愿 All wishes received")
    @GetMapping("/livelihood/rounds/{id}/received")
    @Needs(Permission.LIVELIHOOD_KEEP)
    List<Shown> received(@PathVariable UUID id, @RequestParam(defaultValue = "0") int offset) {
        scope.keptRound(id);
        return wishes.of(id, new Asked(Optional.empty(), false), Math.max(0, offset), MOST).stream()
                .map(Shown::of)
                .toList();
    }

    @Operation(summary = "登记电话、来信等提出的心愿 Enter a wish that came by phone, letter, station or department")
    @PostMapping("/livelihood/rounds/{id}/wishes")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Receipt enter(@PathVariable UUID id, @RequestBody Entered entered) {
        scope.keptRound(id);
        Wishes.Submitted submitted = wishes.enter(
                        id,
                        entered.channel(),
                        entered.came(),
                        new Wishes.Draft(entered.title(), entered.text(), entered.where(), entered.contact()))
                .orThrow();
        return new Receipt(Shown.of(submitted.wish()), submitted.code());
    }

    @Operation(summary = "凭回执查询 What became of a wish, by the code of its receipt")
    @GetMapping("/livelihood/receipts/{code}")
    @Refuses(429)
    @Needs(Permission.PUBLIC_READ)
    Shown receipt(@PathVariable String code, HttpServletRequest request) {
        pace.take(WishPages.RECEIPTS, request.getRemoteAddr()).ifPresent(slow -> {
            throw new RefusedException(slow);
        });
        return wishes.byCode(code)
                .map(Shown::of)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.receipt.unknown")));
    }

    @Operation(summary = "采纳公开 Accept a wish: everybody reads it")
    @PostMapping("/livelihood/wishes/{id}/accept")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Shown accept(@PathVariable UUID id) {
        scope.keptWish(id);
        return Shown.of(wishes.accept(id).orThrow());
    }

    @Operation(summary = "不予采纳，说明理由 Refuse a wish, with the reason")
    @PostMapping("/livelihood/wishes/{id}/refuse")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Shown refuse(@PathVariable UUID id, @RequestBody Reason reason) {
        scope.keptWish(id);
        return Shown.of(wishes.refuse(id, reason.reason()).orThrow());
    }

    @Operation(summary = "与相近心愿合并 Let it stand together with an accepted one")
    @PostMapping("/livelihood/wishes/{id}/join")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Shown join(@PathVariable UUID id, @RequestBody Lead lead) {
        scope.keptWish(id);
        return Shown.of(wishes.join(id, lead.lead()).orThrow());
    }

    @Operation(summary = "取消合并 Let it stand for itself again")
    @PostMapping("/livelihood/wishes/{id}/part")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Shown part(@PathVariable UUID id) {
        scope.keptWish(id);
        return Shown.of(wishes.part(id).orThrow());
    }

    @Operation(summary = "查看联系方式，查看即留痕 How to reach who asked; that it was looked at is recorded")
    @PostMapping("/livelihood/wishes/{id}/contact")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Contact contact(@PathVariable UUID id) {
        scope.keptWish(id);
        return new Contact(wishes.contact(id).orThrow());
    }
}
