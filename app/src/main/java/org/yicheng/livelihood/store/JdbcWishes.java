package org.yicheng.livelihood.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wish.Channel;
import org.yicheng.livelihood.Wish.State;
import org.yicheng.livelihood.Wishes;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Wishes: every step locks what it changes, asks its rules, moves, and writes its act. */
@Component
class JdbcWishes implements Wishes {

    static final String SUBJECT = "livelihood-wish:";

    private final WishRows rows;
    private final Rounds rounds;
    private final LivelihoodActs acts;
    private final Clock clock;

    JdbcWishes(WishRows rows, Rounds rounds, LivelihoodActs acts, Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Submitted> submit(UUID round, Draft draft) {
        return take(round, Channel.WEB, LocalDate.now(clock), draft);
    }

    @Override
    @Transactional
    public Ruling<Submitted> enter(UUID round, Channel channel, LocalDate came, Draft draft) {
        return take(round, channel, came, draft);
    }

    private Ruling<Submitted> take(UUID id, Channel channel, LocalDate came, Draft draft) {
        Optional<Round> found = rounds.byId(id);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.round.unknown", "value", id));
        }
        Round round = found.get();
        List<Refusal> reasons = new ArrayList<>(WishRules.againstDraft(draft));
        WishRules.againstDay(round, came).ifPresent(reasons::add);
        LocalDate today = LocalDate.now(clock);
        if (came.isAfter(today)) {
            reasons.add(Refusal.at("came", WishRules.WISH, "livelihood.came-ahead", "value", came, "today", today));
        }
        int number = reasons.isEmpty() ? rows.next(id) : 0;
        if (number > MOST_IN_A_ROUND) {
            reasons.add(Refusal.by(WishRules.WISH, "livelihood.wishes-most", "most", MOST_IN_A_ROUND));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Instant received = came.equals(today)
                ? clock.instant()
                : came.atStartOfDay(clock.getZone()).toInstant();
        Wish wish = wish(round, number, channel, draft, received);
        String code = Codes.fresh();
        rows.insert(wish, Codes.digest(code));
        acts.write(SUBJECT + wish.id(), "wish.receive", WishRules.WISH, "number", number, "channel", channel);
        return Ruling.granted(new Submitted(wish, code));
    }

    private static Wish wish(Round round, int number, Channel channel, Draft draft, Instant received) {
        return new Wish(
                UUID.randomUUID(),
                round.id(),
                number,
                channel,
                draft.title().strip(),
                draft.text().strip(),
                draft.where().strip(),
                draft.contact().strip(),
                received,
                State.RECEIVED,
                "",
                Optional.empty(),
                0,
                round.demo());
    }

    @Override
    public Optional<Wish> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public Optional<Wish> byCode(String code) {
        return rows.byDigest(Codes.digest(code));
    }

    /** The wish, locked. */
    private Ruling<Wish> locked(UUID id) {
        rows.lock(List.of(id));
        return rows.byId(id)
                .map(Ruling::granted)
                .orElseGet(() -> Ruling.refused(Refusal.plain("livelihood.wish.unknown", "value", id)));
    }

    @Override
    @Transactional
    public Ruling<Wish> accept(UUID id) {
        Wish wish = locked(id).orThrow();
        List<Refusal> reasons = WishRules.againstAccepting(wish);
        return reasons.isEmpty()
                ? decided(wish, State.ACCEPTED, "", Optional.empty(), "accept")
                : Ruling.refused(reasons);
    }

    @Override
    @Transactional
    public Ruling<Wish> refuse(UUID id, String reason) {
        Wish wish = locked(id).orThrow();
        List<Refusal> reasons = WishRules.againstRefusing(wish, reason.strip());
        return reasons.isEmpty()
                ? decided(wish, State.REFUSED, reason.strip(), Optional.empty(), "refuse")
                : Ruling.refused(reasons);
    }

    @Override
    @Transactional
    public Ruling<Wish> join(UUID id, UUID lead) {
        rows.lock(Stream.of(id, lead).toList());
        Wish wish = locked(id).orThrow();
        List<Refusal> reasons = WishRules.againstJoining(wish, rows.byId(lead));
        return reasons.isEmpty()
                ? decided(wish, State.ACCEPTED, "", Optional.of(lead), "join")
                : Ruling.refused(reasons);
    }

    @Override
    @Transactional
    public Ruling<Wish> part(UUID id) {
        Wish wish = locked(id).orThrow();
        return wish.lead().isPresent()
                ? decided(wish, State.ACCEPTED, "", Optional.empty(), "part")
                : Ruling.refused(Refusal.by(WishRules.GROUPS, "livelihood.wish-alone", "number", wish.number()));
    }

    /** The record says of a joined wish with which number it stands together. */
    private Ruling<Wish> decided(Wish wish, State state, String reason, Optional<UUID> lead, String verb) {
        rows.decide(wish.id(), state, reason, lead);
        Object[] facts = lead.flatMap(rows::byId)
                .map(one -> new Object[] {"number", wish.number(), "lead", one.number()})
                .orElseGet(() -> new Object[] {"number", wish.number()});
        acts.write(SUBJECT + wish.id(), "wish." + verb, lead.isPresent() ? WishRules.GROUPS : WishRules.WISH, facts);
        return Ruling.granted(rows.byId(wish.id()).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<String> contact(UUID id) {
        Wish wish = locked(id).orThrow();
        if (wish.contact().isEmpty()) {
            return Ruling.refused(Refusal.by(WishRules.WISH, "livelihood.wish-no-contact", "number", wish.number()));
        }
        acts.write(SUBJECT + id, "wish.contact", WishRules.WISH, "number", wish.number());
        return Ruling.granted(wish.contact());
    }

    @Override
    public List<Wish> of(UUID round, Asked asked, long offset, int limit) {
        return rows.of(round, asked, offset, limit);
    }

    @Override
    public long count(UUID round, Asked asked) {
        return rows.count(round, asked);
    }

    @Override
    public List<Wish> joinedTo(UUID lead) {
        return rows.joinedTo(lead);
    }
}
