package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.CommitteeMeetings;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Lamp;

/** The standing committee as a body below its congress; its calendar is told from its sittings. */
@Component
class JdbcCommitteeMeetings implements CommitteeMeetings {

    private static final Citation SIZE = Citation.of(Law.ORGANIC, "47(4)");
    private static final int MONTHS = 2;
    private static final int MOST_MEMBERS = 61;
    private static final int LONGEST_HALL = 60;

    private final Bodies bodies;
    private final Sittings sittings;
    private final Journal journal;
    private final Clock clock;

    JdbcCommitteeMeetings(Bodies bodies, Sittings sittings, Journal journal, Clock clock) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.journal = journal;
        this.clock = clock;
    }

    private Optional<Body> committee(String congress) {
        return bodies.childrenOf(congress).stream()
                .filter(body -> body.kind() == Body.Kind.STANDING_COMMITTEE)
                .findFirst();
    }

    @Override
    @Transactional
    public Ruling<Body> form(String congress, List<String> members) {
        List<Refusal> reasons = againstForming(congress, members);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Body parent = bodies.byId(congress).orElseThrow();
        Body committee = new Body(
                congress + "-standing-committee",
                Body.Kind.STANDING_COMMITTEE,
                new Bilingual(
                        parent.name().zh() + "常务委员会",
                        "Standing committee of the " + parent.name().en()),
                new Bilingual("常委会", "Standing committee"),
                "cn-standing-committee",
                Optional.of(congress),
                parent.demo());
        bodies.add(committee);
        bodies.enrol(
                        committee.id(),
                        members.stream()
                                .map(number ->
                                        bodies.memberByNumber(congress, number).orElseThrow())
                                .map(this::member)
                                .toList())
                .orThrow();
        act(committee.id(), "congress.committee.form", SIZE, Map.of("members", String.valueOf(members.size())));
        return Ruling.granted(committee);
    }

    private NewMember member(Member deputy) {
        return new NewMember(
                deputy.number(),
                deputy.person(),
                "",
                deputy.electingUnit(),
                Member.MandateStatus.IN_OFFICE,
                LocalDate.ofInstant(clock.instant(), PlatformClock.SHANGHAI),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private List<Refusal> againstForming(String congress, List<String> members) {
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(congress)
                .filter(body -> body.kind() == Body.Kind.CONGRESS)
                .isEmpty()) {
            reasons.add(Refusal.at("body", SIZE, "congress.call-no-congress", "value", congress));
            return reasons;
        }
        if (committee(congress).isPresent()) {
            reasons.add(Refusal.by(SIZE, "congress.committee-there"));
        }
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            reasons.add(Refusal.at(
                    "members", SIZE, "congress.committee-size", "value", members.size(), "most", MOST_MEMBERS));
        }
        Set<String> seen = new HashSet<>();
        for (String number : members) {
            if (bodies.memberByNumber(congress, number)
                    .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                    .isEmpty()) {
                reasons.add(Refusal.at("members", "congress.not-in-office", "value", number));
            }
            if (!seen.add(number)) {
                reasons.add(Refusal.at("members", "congress.listed-twice", "value", number));
            }
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Sitting> schedule(String congress, Instant plannedAt, String hall) {
        Optional<Body> committee = committee(congress);
        List<Refusal> reasons = new ArrayList<>();
        if (committee.isEmpty()) {
            reasons.add(Refusal.by(RHYTHM, "congress.committee-none", "body", congress));
        }
        if (hall.isBlank() || hall.strip().length() > LONGEST_HALL) {
            reasons.add(Refusal.at(
                    "hall", "congress.committee-hall", "value", hall.strip().length(), "most", LONGEST_HALL));
        }
        if (plannedAt.isBefore(clock.instant())) {
            reasons.add(Refusal.at("at", "congress.committee-past", "value", day(plannedAt)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Body body = committee.orElseThrow();
        int number = sittings.ofBody(body.id()).size() + 1;
        Sitting sitting = sittings.schedule(new Sittings.NewSitting(
                body.id() + "-" + number,
                body.id(),
                "standing-committee:" + body.id(),
                Sitting.Kind.COMMITTEE,
                number,
                new Bilingual("常务委员会第" + number + "次会议", "Standing committee, meeting " + number),
                hall.strip(),
                plannedAt));
        act(
                body.id(),
                "congress.committee.schedule",
                RHYTHM,
                Map.of("sitting", sitting.id(), "plannedAt", plannedAt.toString()));
        return Ruling.granted(sitting);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PlatformClock.SHANGHAI);
    }

    @Override
    public Optional<Calendar> of(String congress) {
        return committee(congress).map(this::calendar);
    }

    private Calendar calendar(Body committee) {
        List<Sitting> meetings = sittings.ofBody(committee.id()).stream()
                .sorted(Comparator.comparing(Sitting::plannedAt))
                .toList();
        List<Sitting> held = meetings.stream()
                .filter(meeting -> meeting.openedAt().isPresent())
                .toList();
        List<Member> members = bodies.membersOf(committee.id()).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .toList();
        LocalDate today = day(clock.instant());
        LocalDate from = members.stream()
                .map(Member::from)
                .min(Comparator.naturalOrder())
                .orElse(today);
        List<Gap> gaps = new ArrayList<>();
        for (Sitting meeting : held) {
            LocalDate until = from.plusMonths(MONTHS);
            LocalDate on = day(meeting.openedAt().orElseThrow());
            if (on.isAfter(until)) {
                gaps.add(new Gap(meeting, from, until));
            }
            from = on;
        }
        LocalDate until = from.plusMonths(MONTHS);
        long left = ChronoUnit.DAYS.between(today, until);
        return new Calendar(
                committee,
                members.size(),
                meetings,
                from,
                until,
                meetings.stream()
                        .filter(meeting -> meeting.openedAt().isEmpty())
                        .findFirst(),
                lamp(left, ChronoUnit.DAYS.between(from, until)),
                left,
                List.copyOf(gaps));
    }

    /** As every limit's: exactly a third left is near (matter.lamps). */
    private static Lamp lamp(long left, long all) {
        if (left < 0) {
            return Lamp.LATE;
        }
        return 3 * left > all ? Lamp.OK : Lamp.NEAR;
    }

    private void act(String committee, String verb, Citation ground, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.SESSION_MOVE),
                verb,
                "body:" + committee,
                Optional.of(ground.key()),
                facts));
    }
}
