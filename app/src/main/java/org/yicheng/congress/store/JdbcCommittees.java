package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.OtherOffices;
import org.yicheng.congress.Committees;
import org.yicheng.congress.PostWord;
import org.yicheng.count.Office;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The standing committee as a body below its congress or CPPCC committee, with the posts of its members. */
@Component
class JdbcCommittees implements Committees {

    static final Citation SIZE = Citation.of(Law.ORGANIC, "47(4)");
    private static final Citation COMPOSED = Citation.of(Law.ORGANIC, "47(1)");
    private static final Citation NO_STATE_OFFICE = Citation.of(Law.ORGANIC, "47(3)");
    private static final Citation CHARTER = Citation.parse("CPPCC:");
    private static final int MOST_MEMBERS = 61;
    private static final int MOST_OF_CPPCC = 500;
    private static final int LONGEST_DECISION = 200;

    /** Who works for the parent's meetings works for the committee's, too. */
    private static final Set<Role> STAFF = EnumSet.of(Role.SECRETARIAT, Role.CHAIR, Role.TELLER, Role.GATE, Role.BOARD);

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Mandates mandates;
    private final OtherOffices offices;
    private final Elections elections;
    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    JdbcCommittees(
            JdbcClient jdbc,
            Bodies bodies,
            Mandates mandates,
            OtherOffices offices,
            @Lazy Elections elections,
            Accounts accounts,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.mandates = mandates;
        this.offices = offices;
        this.elections = elections;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<Body> of(String parent) {
        return bodies.childrenOf(parent).stream()
                .filter(body -> body.kind() == Body.Kind.STANDING_COMMITTEE)
                .findFirst();
    }

    private static Citation ground(Body parent, Citation law) {
        return parent.kind() == Body.Kind.CONGRESS ? law : CHARTER;
    }

    @Override
    @Transactional
    public Ruling<Body> form(String parent, List<NewSeat> seats) {
        Optional<Body> found =
                bodies.byId(parent).filter(body -> body.kind() == Body.Kind.CONGRESS || body.kind() == Body.Kind.CPPCC);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.at("body", SIZE, "congress.call-no-congress", "value", parent));
        }
        Body above = found.get();
        List<Refusal> reasons = new ArrayList<>();
        if (of(parent).isPresent()) {
            reasons.add(Refusal.by(ground(above, COMPOSED), "congress.committee-there"));
        }
        reasons.addAll(faults(above, seats, List.of()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Body committee = new Body(
                parent + "-standing-committee",
                Body.Kind.STANDING_COMMITTEE,
                new Bilingual(
                        above.name().zh() + "常务委员会",
                        "Standing committee of the " + above.name().en()),
                new Bilingual("常委会", "Standing committee"),
                above.kind() == Body.Kind.CONGRESS ? "cn-standing-committee" : "cn-cppcc-standing-committee",
                Optional.of(parent),
                above.demo());
        bodies.add(committee);
        staff(parent, committee.id());
        seat(above, committee, seats, clock.instant());
        act(committee.id(), "congress.committee.form", ground(above, COMPOSED), Map.of("members", "" + seats.size()));
        return Ruling.granted(committee);
    }

    private void staff(String parent, String committee) {
        List<UUID> all = accounts.all().stream()
                .filter(Accounts.Account::open)
                .map(Accounts.Account::id)
                .toList();
        Map<UUID, Set<Caller.Grant>> held = accounts.roles(all);
        for (Role role : STAFF) {
            List<UUID> holders = all.stream()
                    .filter(account -> held.getOrDefault(account, Set.of()).contains(new Caller.Grant(role, parent)))
                    .toList();
            if (!holders.isEmpty()) {
                accounts.giveRoles(holders, role, committee);
            }
        }
    }

    private void seat(Body parent, Body committee, List<NewSeat> seats, Instant effective) {
        LocalDate from = LocalDate.ofInstant(effective, PlatformClock.SHANGHAI);
        Set<String> used = bodies.membersOf(committee.id()).stream()
                .map(Member::number)
                .collect(Collectors.toCollection(HashSet::new));
        List<UUID> holders = new ArrayList<>();
        for (NewSeat seat : seats) {
            Member deputy = bodies.memberByNumber(parent.id(), seat.number()).orElseThrow();
            String number = free(seat.number(), used);
            bodies.enrol(committee.id(), List.of(member(deputy, number, from))).orThrow();
            post(committee.id(), number, seat.post());
            accounts.byPerson(deputy.person()).map(Accounts.Account::id).ifPresent(holders::add);
        }
        if (!holders.isEmpty()) {
            accounts.giveRoles(holders, Role.MEMBER, committee.id());
        }
    }

    /** Somebody who was a member before keeps the old line; the new one has a number of its own. */
    private static String free(String number, Set<String> used) {
        String free = number;
        for (int again = 2; !used.add(free); again++) {
            free = number + "-" + again;
        }
        return free;
    }

    private static NewMember member(Member deputy, String number, LocalDate from) {
        return new NewMember(
                number,
                deputy.person(),
                "",
                deputy.electingUnit(),
                Member.MandateStatus.IN_OFFICE,
                from,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private void post(String committee, String number, Post post) {
        jdbc.sql("delete from congress.committee_post where committee = :committee and number = :number")
                .param("committee", committee)
                .param("number", number)
                .update();
        if (post != Post.MEMBER) {
            jdbc.sql(
                            "insert into congress.committee_post (committee, number, post) values (:committee, :number, :post)")
                    .param("committee", committee)
                    .param("number", number)
                    .param("post", post.name())
                    .update();
        }
    }

    /** Everything against these seats beside those held already. */
    private List<Refusal> faults(Body parent, List<NewSeat> seats, List<Seat> held) {
        List<Refusal> reasons = new ArrayList<>();
        int most = parent.kind() == Body.Kind.CONGRESS ? MOST_MEMBERS : MOST_OF_CPPCC;
        int size = held.size() + seats.size();
        if (seats.isEmpty() || size > most) {
            reasons.add(Refusal.at(
                    "members", ground(parent, SIZE), "congress.committee-size", "value", size, "most", most));
        }
        Set<UUID> there =
                held.stream().map(seat -> seat.member().person()).collect(Collectors.toCollection(HashSet::new));
        Set<String> seen = new HashSet<>();
        for (NewSeat seat : seats) {
            Optional<Member> deputy = bodies.memberByNumber(parent.id(), seat.number())
                    .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE);
            if (deputy.isEmpty()) {
                reasons.add(Refusal.at("members", "congress.not-in-office", "value", seat.number()));
            }
            if (!seen.add(seat.number())) {
                reasons.add(Refusal.at("members", "congress.listed-twice", "value", seat.number()));
            }
            deputy.filter(member -> there.contains(member.person()))
                    .ifPresent(member -> reasons.add(
                            Refusal.at("members", "congress.committee-member-already", "value", seat.number())));
            if (parent.kind() == Body.Kind.CONGRESS) {
                deputy.ifPresent(member -> reasons.addAll(stateOffices(parent.id(), member)));
            }
        }
        List<Post> posts = new ArrayList<>(held.stream().map(Seat::post).toList());
        seats.forEach(seat -> posts.add(seat.post()));
        reasons.addAll(doubled(parent, posts));
        return reasons;
    }

    private List<Refusal> stateOffices(String parent, Member member) {
        return offices.held(parent, member.number()).stream()
                .map(office -> Refusal.at(
                        "members",
                        NO_STATE_OFFICE,
                        "congress.committee-state-office",
                        "name",
                        member.name(),
                        "title",
                        office.title()))
                .toList();
    }

    private static List<Refusal> doubled(Body parent, List<Post> posts) {
        List<Refusal> reasons = new ArrayList<>();
        for (Post post : List.of(Post.CHAIR, Post.SECRETARY_GENERAL)) {
            long count = posts.stream().filter(post::equals).count();
            if (count > 1) {
                reasons.add(Refusal.at(
                        "members",
                        ground(parent, COMPOSED),
                        "congress.committee-post-twice",
                        "post",
                        PostWord.of(parent, post),
                        "value",
                        count));
            }
        }
        return reasons;
    }

    @Override
    public List<Seat> seats(String parent) {
        return of(parent).map(committee -> seatsOf(committee.id())).orElse(List.of());
    }

    private List<Seat> seatsOf(String committee) {
        Map<String, Post> posts = new HashMap<>();
        jdbc.sql("select number, post from congress.committee_post where committee = :committee")
                .param("committee", committee)
                .query(row -> {
                    posts.put(row.getString("number"), Post.valueOf(row.getString("post")));
                });
        return bodies.membersOf(committee).stream()
                .map(member -> new Seat(member, posts.getOrDefault(member.number(), Post.MEMBER)))
                .sorted(Comparator.comparing((Seat seat) -> ended(seat.member()))
                        .thenComparing(Seat::post)
                        .thenComparing(seat -> seat.member().number()))
                .toList();
    }

    private static boolean ended(Member member) {
        return member.status() == Member.MandateStatus.TERMINATED;
    }

    private List<Seat> inOffice(String committee) {
        return seatsOf(committee).stream().filter(seat -> !ended(seat.member())).toList();
    }

    @Override
    @Transactional
    public Ruling<Integer> enter(String parent, List<NewSeat> seats, Instant effective, String decision) {
        Optional<Body> committee = of(parent);
        if (committee.isEmpty()) {
            return Ruling.refused(Refusal.by(COMPOSED, "congress.committee-none", "body", parent));
        }
        Body above = bodies.byId(parent).orElseThrow();
        String id = committee.get().id();
        List<Refusal> reasons = new ArrayList<>(faults(above, seats, inOffice(id)));
        if (decision.isBlank() || decision.strip().length() > LONGEST_DECISION) {
            reasons.add(Refusal.at(
                    "decision",
                    "assembly.decision-missing",
                    "value",
                    decision.strip().length(),
                    "most",
                    LONGEST_DECISION));
        }
        if (effective.isAfter(clock.instant())) {
            reasons.add(Refusal.at("effective", "congress.committee-not-yet", "value", local(effective)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        seat(above, committee.get(), seats, effective);
        act(
                id,
                "congress.committee.enter",
                ground(above, COMPOSED),
                Map.of(
                        "members",
                        String.join("、", seats.stream().map(NewSeat::number).toList()),
                        "decision",
                        decision.strip(),
                        "due",
                        "" + bodies.due(id, clock.instant())));
        return Ruling.granted(bodies.due(id, clock.instant()));
    }

    private String local(Instant at) {
        return at.atZone(clock.getZone()).toLocalDateTime().withNano(0).toString();
    }

    @Override
    public List<Elected> elected(String parent) {
        Optional<Body> committee = of(parent);
        if (committee.isEmpty()) {
            return List.of();
        }
        Set<UUID> there = inOffice(committee.get().id()).stream()
                .map(seat -> seat.member().person())
                .collect(Collectors.toSet());
        return elections.ofBody(parent).stream()
                .filter(election ->
                        election.terms().membersOnly() && election.state().announced())
                .map(election -> new Elected(election.id(), election.title(), waiting(parent, election, there)))
                .filter(elected -> !elected.waiting().isEmpty())
                .toList();
    }

    private List<Member> waiting(String parent, Election election, Set<UUID> there) {
        return election.outcome().stream()
                .flatMap(outcome -> outcome.elected().stream())
                .filter(tally -> !there.contains(tally.person()))
                .flatMap(tally -> bodies.memberOf(parent, tally.person()).stream())
                .toList();
    }

    @Override
    @Transactional
    public Ruling<Integer> enterElected(String parent, UUID id) {
        Optional<Elected> elected = elected(parent).stream()
                .filter(one -> one.election().equals(id))
                .findFirst();
        if (elected.isEmpty()) {
            return Ruling.refused(Refusal.at("election", COMPOSED, "congress.committee-none-elected", "value", id));
        }
        Election election = elections.byId(id).orElseThrow();
        Post post = post(election);
        Instant announced = elections.history(id).stream()
                .filter(entered -> entered.state() == Election.State.ANNOUNCED)
                .map(Elections.Entered::at)
                .reduce((_, last) -> last)
                .orElseGet(clock::instant);
        return enter(
                parent,
                elected.get().waiting().stream()
                        .map(member -> new NewSeat(member.number(), post))
                        .toList(),
                announced,
                election.title().zh());
    }

    /** The kernel's office tells members from vice-chairs; among the principals only the title tells. */
    private static Post post(Election election) {
        if (election.terms().office() == Office.DEPUTY) {
            return Post.VICE_CHAIR;
        }
        if (election.terms().office() != Office.PRINCIPAL) {
            return Post.MEMBER;
        }
        return election.title().zh().contains("秘书长") ? Post.SECRETARY_GENERAL : Post.CHAIR;
    }

    @Override
    @Transactional
    public Ruling<List<Seat>> posts(String parent, Map<String, Post> posts) {
        Optional<Body> committee = of(parent);
        if (committee.isEmpty()) {
            return Ruling.refused(Refusal.by(COMPOSED, "congress.committee-none", "body", parent));
        }
        String id = committee.get().id();
        List<Seat> held = inOffice(id);
        List<Refusal> reasons = new ArrayList<>();
        Set<String> numbers = held.stream().map(seat -> seat.member().number()).collect(Collectors.toSet());
        posts.keySet().stream()
                .filter(number -> !numbers.contains(number))
                .sorted()
                .forEach(number -> reasons.add(Refusal.at("members", "congress.not-in-office", "value", number)));
        reasons.addAll(doubled(bodies.byId(parent).orElseThrow(), List.copyOf(posts.values())));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        for (Seat seat : held) {
            Post post = posts.getOrDefault(seat.member().number(), Post.MEMBER);
            if (post != seat.post()) {
                post(id, seat.member().number(), post);
                act(
                        id,
                        "congress.committee.post",
                        ground(bodies.byId(parent).orElseThrow(), COMPOSED),
                        Map.of("number", seat.member().number(), "post", post.name()));
            }
        }
        return Ruling.granted(seats(parent));
    }

    @Override
    @Transactional
    public Ruling<Mandates.Change> end(
            String parent, String number, Mandates.Ground ground, Instant effective, String decision) {
        Optional<Body> committee = of(parent);
        return committee.isEmpty()
                ? Ruling.refused(Refusal.by(COMPOSED, "congress.committee-none", "body", parent))
                : mandates.end(committee.get().id(), number, ground, effective, decision);
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
