package org.yicheng.congress.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.party.Accounts;

/** 会场码: one-time codes with which deputies sign in on their phones, handed out with the documents. */
@Component
public class HallCodes {

    static final Duration GOOD_FOR = Duration.ofHours(12);

    private final Bodies bodies;
    private final Accounts accounts;
    private final Clock clock;

    HallCodes(Bodies bodies, Accounts accounts, Clock clock) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One code; only its digest is stored, so it can be shown this once. */
    public record Code(String member, String name, boolean demo, String card, String code, Instant until) {}

    /** New codes for all members of a group in office; earlier codes end. */
    @Transactional
    public List<Code> issue(String body, String group) {
        Map<UUID, String> cards = bodies.activeCards(body);
        Instant until = clock.instant().plus(GOOD_FOR);
        List<Code> codes = new ArrayList<>();
        bodies.membersOf(body).stream()
                .filter(member -> member.group().equals(group))
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .filter(member -> cards.containsKey(member.person()))
                .sorted(Comparator.comparing(Member::number))
                .forEach(member -> accounts.byPerson(member.person())
                        .ifPresent(account -> codes.add(new Code(
                                member.number(),
                                member.name(),
                                member.demo(),
                                cards.getOrDefault(member.person(), ""),
                                accounts.issueHallCode(account.id(), until),
                                until))));
        return codes;
    }
}
