package org.yicheng.congress.deliberation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Accounts;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Delegations and groups: bodies of the kernel, kept equal to the roster of the congress. */
@Component
class JdbcDelegations implements Delegations {

    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Accounts accounts;
    private final Roster roster;
    private final Deeds deeds;
    private final Clock clock;

    JdbcDelegations(
            JdbcClient jdbc,
            Sessions sessions,
            Bodies bodies,
            Sittings sittings,
            Accounts accounts,
            Roster roster,
            Deeds deeds,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.bodies = bodies;
        this.sittings = sittings;
        this.accounts = accounts;
        this.roster = roster;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Integer> form(String session) {
        Optional<Session> found = sessions.byId(session);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", session));
        }
        String congress = found.get().body();
        if (bodies.groupsOf(congress).isEmpty()) {
            return Ruling.refused(Refusal.by(Deeds.CHOOSING, "congress.no-delegations"));
        }
        Roster.Taken taken = roster.form(congress);
        deeds.write(
                Permission.SITTING_PREPARE,
                Deeds.CHOOSING,
                "congress.delegations.form",
                found.get().subject(),
                "delegations",
                taken.delegations(),
                "entered",
                taken.entered(),
                "changed",
                taken.changed());
        return Ruling.granted(taken.delegations());
    }

    @Override
    public List<Delegation> of(String session) {
        return sessions.byId(session).map(this::delegations).orElse(List.of());
    }

    private List<Delegation> delegations(Session session) {
        return bodies.childrenOf(session.body()).stream()
                .filter(body -> body.kind() == Body.Kind.DELEGATION)
                .sorted(java.util.Comparator.comparing(Body::id))
                .map(body -> delegation(session, body, body.id()))
                .toList();
    }

    private Delegation delegation(Session session, Body body, String delegation) {
        List<Member> members = bodies.membersOf(body.id()).stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED)
                .toList();
        List<Delegation> groups = body.kind() == Body.Kind.DELEGATION_GROUP
                ? List.of()
                : bodies.childrenOf(body.id()).stream()
                        .sorted(java.util.Comparator.comparing(Body::id))
                        .map(group -> delegation(session, group, body.id()))
                        .toList();
        return new Delegation(
                body.id().substring(session.body().length() + 1),
                body.id(),
                delegation,
                body.name().zh(),
                members,
                officers(body.id(), members),
                groups);
    }

    private List<Officer> officers(String body, List<Member> members) {
        Map<String, Member> byNumber =
                members.stream().collect(Collectors.toMap(Member::number, Function.identity(), (a, _) -> a));
        return jdbc
                .sql("""
                        select * from congress.delegation_officer where body = :body
                         order by case post when 'HEAD' then 1 when 'CONVENER' then 1 else 2 end, place
                        """)
                .param("body", body)
                .query((row, _) -> {
                    Optional<Member> member = Optional.ofNullable(byNumber.get(row.getString("member")));
                    Post post = Post.valueOf(row.getString("post"));
                    String sitting = row.getString("sitting");
                    int approvals = row.getInt("approvals");
                    int all = row.getInt("members");
                    Instant at =
                            row.getObject("decided_at", OffsetDateTime.class).toInstant();
                    return member.map(one -> new Officer(post, one, sitting, approvals, all, at));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Delegation> byKey(String session, String key) {
        return sessions.byId(session)
                .flatMap(found -> bodies.byId(found.body() + "-" + key)
                        .filter(body ->
                                body.kind() == Body.Kind.DELEGATION || body.kind() == Body.Kind.DELEGATION_GROUP)
                        .map(body -> delegation(found, body, delegationOf(body))));
    }

    private static String delegationOf(Body body) {
        return body.kind() == Body.Kind.DELEGATION ? body.id() : body.parent().orElseThrow();
    }

    @Override
    public List<Delegation> ofPerson(String session, UUID person) {
        Optional<Session> found = sessions.byId(session);
        if (found.isEmpty()) {
            return List.of();
        }
        String congress = found.get().body();
        Optional<String> key = bodies.memberOf(congress, person)
                .flatMap(member -> bodies.groupsOf(congress).stream()
                        .filter(group -> group.code().equals(member.group()))
                        .findFirst())
                .map(group -> key(group.order()));
        List<Delegation> own = new ArrayList<>();
        key.flatMap(known -> byKey(session, known)).ifPresent(delegation -> {
            own.add(delegation);
            delegation.groups().stream()
                    .filter(group -> bodies.memberOf(group.body(), person).isPresent())
                    .forEach(own::add);
        });
        return own;
    }

    /** One change at a time in a delegation: numbers of groups and meetings have no gaps. */
    private void lock(String body) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", "congress.delegation:" + body)
                .query((_, _) -> body)
                .single();
    }

    private static Refusal unknown(String key) {
        return Refusal.plain("congress.delegation.unknown", "value", key);
    }

    @Override
    @Transactional
    public Ruling<Delegation> formGroup(String session, String key, String name, List<String> members) {
        Optional<Delegation> found = byKey(session, key).filter(delegation -> !delegation.group());
        if (found.isEmpty()) {
            return Ruling.refused(unknown(key));
        }
        Delegation delegation = found.get();
        lock(delegation.body());
        List<Refusal> reasons = new ArrayList<>();
        int length = name.strip().length();
        if (length < 1 || length > LONGEST_NAME) {
            reasons.add(Refusal.at("name", "congress.group-name", "value", length, "most", LONGEST_NAME));
        }
        List<Member> meant = named(members, delegation.members(), reasons);
        Set<String> taken = byKey(session, key).orElseThrow().groups().stream()
                .flatMap(group -> group.members().stream())
                .map(Member::number)
                .collect(Collectors.toSet());
        List<String> twice =
                meant.stream().map(Member::number).filter(taken::contains).toList();
        if (!twice.isEmpty()) {
            reasons.add(Refusal.at("members", "congress.in-a-group", "who", twice));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = bodies.childrenOf(delegation.body()).size() + 1;
        String id = delegation.body() + "-g" + number;
        Bilingual both = new Bilingual(delegation.name() + name.strip(), delegation.name() + " " + name.strip());
        bodies.add(new Body(
                id,
                Body.Kind.DELEGATION_GROUP,
                both,
                both,
                Roster.RULES,
                Optional.of(delegation.body()),
                meant.getFirst().demo()));
        roster.enter(id, meant);
        deeds.write(
                Permission.SITTING_PREPARE,
                Deeds.CHOOSING,
                "congress.group.form",
                "body:" + id,
                "members",
                meant.size());
        return Ruling.granted(byKey(session, key + "-g" + number).orElseThrow());
    }

    /** The members meant, each once; nobody at all is a fault too. */
    private static List<Member> named(List<String> typed, List<Member> among, List<Refusal> reasons) {
        List<Member> meant = new ArrayList<>();
        for (String word : typed) {
            switch (Names.find("members", word, among, among)) {
                case Ruling.Refused<Member> refused -> reasons.addAll(refused.reasons());
                case Ruling.Granted<Member>(Member member) -> {
                    if (meant.contains(member)) {
                        reasons.add(Refusal.at("members", "congress.listed-twice", "value", member.number()));
                    }
                    meant.add(member);
                }
            }
        }
        if (typed.isEmpty()) {
            reasons.add(Refusal.at("members", "congress.list-empty"));
        }
        return meant;
    }

    @Override
    @Transactional
    public Ruling<Delegation> choose(String session, String sitting, Choice choice) {
        Optional<Sitting> held = meeting(session, sitting);
        if (held.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", sitting));
        }
        Session of = sessions.byId(session).orElseThrow();
        String key = held.get().body().substring(of.body().length() + 1);
        Delegation delegation = byKey(session, key).orElseThrow();
        List<Refusal> reasons = new ArrayList<>();
        List<Member> meant = named(choice.members(), delegation.members(), reasons);
        reasons.addAll(choiceFaults(delegation, held.get(), choice));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        replace(delegation, sitting, choice, meant);
        deeds.write(
                Permission.SITTING_PREPARE,
                Deeds.CHOOSING,
                "congress.officers.choose",
                "sitting:" + sitting,
                "post",
                choice.post(),
                "members",
                meant.stream().map(Member::number).toList(),
                "approvals",
                choice.approvals(),
                "due",
                delegation.members().size());
        return Ruling.granted(byKey(session, key).orElseThrow());
    }

    private List<Refusal> choiceFaults(Delegation delegation, Sitting sitting, Choice choice) {
        List<Refusal> reasons = new ArrayList<>();
        if ((choice.post() == Post.CONVENER) != delegation.group()) {
            reasons.add(Refusal.by(Deeds.CHOOSING, "congress.wrong-post", "body", delegation.name()));
        }
        if (choice.members().size() > choice.post().most()) {
            reasons.add(Refusal.at(
                    "members",
                    "congress.post-count",
                    "value",
                    choice.members().size(),
                    "most",
                    choice.post().most()));
        }
        if (sitting.openedAt().isEmpty()) {
            reasons.add(Refusal.by(Deeds.CHOOSING, "congress.meeting-not-opened", "sitting", sitting.name()));
        }
        int all = delegation.members().size();
        int required = all / 2 + 1;
        if (choice.approvals() < required) {
            reasons.add(Refusal.by(
                    Deeds.QUORUM,
                    "congress.not-chosen",
                    "approvals",
                    choice.approvals(),
                    "members",
                    all,
                    "required",
                    required));
        }
        int ever = sittings.everPresent(sitting.id());
        if (choice.approvals() > ever) {
            reasons.add(Refusal.at(
                    "approvals", "congress.more-than-present", "value", choice.approvals(), "present", ever));
        }
        return reasons;
    }

    private void replace(Delegation delegation, String sitting, Choice choice, List<Member> meant) {
        delegation.officers().stream()
                .filter(officer -> officer.post() == choice.post())
                .forEach(officer -> role(officer.member(), Role.DELEGATION_HEAD, delegation.body(), false));
        jdbc.sql("delete from congress.delegation_officer where body = :body and post = :post")
                .param("body", delegation.body())
                .param("post", choice.post().name())
                .update();
        for (int i = 0; i < meant.size(); i++) {
            jdbc.sql("""
                            insert into congress.delegation_officer (body, post, place, member, sitting, approvals, members, decided_at)
                            values (:body, :post, :place, :member, :sitting, :approvals, :members, :at)
                            """)
                    .param("body", delegation.body())
                    .param("post", choice.post().name())
                    .param("place", i + 1)
                    .param("member", meant.get(i).number())
                    .param("sitting", sitting)
                    .param("approvals", choice.approvals())
                    .param("members", delegation.members().size())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            role(meant.get(i), Role.DELEGATION_HEAD, delegation.body(), true);
        }
    }

    private void role(Member member, Role role, String body, boolean held) {
        accounts.byPerson(member.person()).ifPresent(account -> {
            boolean has = accounts.roles(List.of(account.id())).getOrDefault(account.id(), Set.of()).stream()
                    .anyMatch(grant -> grant.role() == role && grant.scope().equals(body));
            if (held && !has) {
                accounts.giveRole(account.id(), role, body);
            } else if (!held && has) {
                accounts.endRole(account.id(), role, body).orThrow();
            }
        });
    }

    @Override
    @Transactional
    public Ruling<Member> noteTaker(String session, String key, String member, boolean appointed) {
        Optional<Delegation> delegation = byKey(session, key);
        if (delegation.isEmpty()) {
            return Ruling.refused(unknown(key));
        }
        Ruling<Member> found = Names.find(
                "member",
                member,
                delegation.get().members(),
                bodies.membersOf(sessions.byId(session).orElseThrow().body()));
        if (found instanceof Ruling.Granted<Member>(Member meant)) {
            role(meant, Role.NOTE_TAKER, delegation.get().body(), appointed);
            jdbc.sql(
                            appointed
                                    ? "insert into congress.note_taker (body, congress, member) values (:body, :congress, :member) on conflict do nothing"
                                    : "delete from congress.note_taker where body = :body and member = :member and congress = :congress")
                    .param("body", delegation.get().body())
                    .param("congress", sessions.byId(session).orElseThrow().body())
                    .param("member", meant.number())
                    .update();
            deeds.write(
                    Permission.SITTING_PREPARE,
                    Deeds.HEADS,
                    appointed ? "congress.note-taker.appoint" : "congress.note-taker.end",
                    "body:" + delegation.get().body(),
                    "member",
                    meant.number());
        }
        return found;
    }

    @Override
    public List<Member> noteTakers(String body) {
        return jdbc
                .sql("select congress, member from congress.note_taker where body = :body order by member")
                .param("body", body)
                .query((row, _) -> bodies.memberByNumber(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    @Transactional
    public Ruling<Sitting> schedule(String session, String key, Instant plannedAt, String hall) {
        Optional<Delegation> found = byKey(session, key);
        if (found.isEmpty()) {
            return Ruling.refused(unknown(key));
        }
        Delegation delegation = found.get();
        lock(delegation.body());
        if (hall.length() > LONGEST_NAME) {
            return Ruling.refused(
                    Refusal.at("hall", "congress.room-too-long", "value", hall.length(), "most", LONGEST_NAME));
        }
        List<Sitting> before = sittings(session).stream()
                .filter(sitting -> sitting.body().equals(delegation.body()))
                .toList();
        List<Refusal> open = before.stream()
                .filter(sitting ->
                        sitting.state() != Sitting.State.CLOSED && sitting.state() != Sitting.State.POSTPONED)
                .map(sitting -> Refusal.plain("congress.sitting-twice", "sitting", sitting.name()))
                .toList();
        if (!open.isEmpty()) {
            return Ruling.refused(open);
        }
        int number = before.size() + 1;
        Sitting sitting = sittings.schedule(new Sittings.NewSitting(
                session + "-" + key + "-" + number,
                delegation.body(),
                Delegations.subject(session),
                delegation.group() ? Sitting.Kind.GROUP : Sitting.Kind.DELEGATION,
                number,
                new Bilingual(
                        delegation.name() + "第" + ChineseNumerals.of(number) + "次会议",
                        delegation.name() + " meeting " + number),
                hall.strip(),
                plannedAt));
        if (delegation.presides().isPresent()) {
            sittings.namePresiding(
                            sitting.id(), delegation.presides().get().member().name())
                    .orThrow();
        }
        return Ruling.granted(sittings.byId(sitting.id()).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Sitting> openSignIn(String session, String sitting) {
        Optional<Sitting> held = meeting(session, sitting);
        if (held.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.sitting.unknown", "value", sitting));
        }
        roster.form(sessions.byId(session).orElseThrow().body());
        return sittings.openSignIn(sitting);
    }

    private Optional<Sitting> meeting(String session, String sitting) {
        return sittings.byId(sitting).filter(found -> found.subject().equals(Delegations.subject(session)));
    }

    @Override
    public List<Sitting> sittings(String session) {
        return sittings.ofSubject(Delegations.subject(session));
    }

    private record Spoken(int speakers, int notes, int handed) {}

    @Override
    public List<Figures> figures(String session) {
        Map<String, Spoken> spoken = jdbc
                .sql("""
                        select delegation, count(distinct speaker) filter (where speaker <> '') as speakers, count(*) as notes
                          from congress.note where session = :session and not withdrawn group by delegation
                        """)
                .param("session", session)
                .query((row, _) -> Map.entry(
                        row.getString("delegation"), new Spoken(row.getInt("speakers"), row.getInt("notes"), 0)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<String> handed = Set.copyOf(jdbc.sql("select sitting from congress.note_handing where session = :session")
                .param("session", session)
                .query(String.class)
                .list());
        List<Sitting> held = sittings(session).stream()
                .filter(sitting -> sitting.openedAt().isPresent())
                .toList();
        return of(session).stream()
                .map(delegation -> {
                    List<Sitting> own = held.stream()
                            .filter(sitting -> sitting.body().equals(delegation.body())
                                    || sitting.body().startsWith(delegation.body() + "-g"))
                            .toList();
                    Spoken said = spoken.getOrDefault(delegation.body(), new Spoken(0, 0, 0));
                    int given = (int) own.stream()
                            .filter(sitting -> handed.contains(sitting.id()))
                            .count();
                    return new Figures(delegation, own.size(), said.speakers(), said.notes(), given);
                })
                .toList();
    }

    /** The key of a body within its congress, in small letters as in addresses. */
    static String key(int order) {
        return String.format(Locale.ROOT, "d%02d", order);
    }
}
