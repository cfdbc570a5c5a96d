package org.yicheng.congress.deliberation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;

/** Keeps the delegations' rosters equal to that of the congress: the same persons, numbers and cards. */
@Component
class Roster {

    static final String RULES = "cn-delegation";

    private final Bodies bodies;
    private final Accounts accounts;
    private final Clock clock;

    Roster(Bodies bodies, Accounts accounts, Clock clock) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param entered members who are new in their delegation @param changed mandates whose state was taken over */
    record Taken(int delegations, int entered, int changed) {}

    /** Call inside a transaction. */
    Taken form(String congress) {
        Body above = bodies.byId(congress).orElseThrow();
        List<Member> all = bodies.membersOf(congress);
        int entered = 0;
        int changed = 0;
        List<Group> groups = bodies.groupsOf(congress);
        for (Group group : groups) {
            String id = congress + "-" + JdbcDelegations.key(group.order());
            if (bodies.byId(id).isEmpty()) {
                bodies.add(delegation(id, group, above));
            }
            List<Member> own = all.stream()
                    .filter(member -> member.group().equals(group.code()))
                    .toList();
            changed += changed(id, own);
            for (Body part : bodies.childrenOf(id)) {
                changed += changed(part.id(), own);
            }
            entered += enter(id, missing(id, own));
        }
        return new Taken(groups.size(), entered, changed);
    }

    private static Body delegation(String id, Group group, Body congress) {
        String name = group.name().endsWith("代表团") ? group.name() : group.name() + "代表团";
        Bilingual both = new Bilingual(name, name);
        return new Body(id, Body.Kind.DELEGATION, both, both, RULES, Optional.of(congress.id()), congress.demo());
    }

    private List<Member> missing(String body, List<Member> own) {
        List<String> there = bodies.membersOf(body).stream().map(Member::number).toList();
        return own.stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED && !there.contains(member.number()))
                .toList();
    }

    /** Enters members into a delegation or group; their accounts may read there. */
    int enter(String body, List<Member> members) {
        if (members.isEmpty()) {
            return 0;
        }
        bodies.enrol(
                        body,
                        members.stream()
                                .map(member -> new NewMember(
                                        member.number(),
                                        member.person(),
                                        "",
                                        member.electingUnit(),
                                        member.status(),
                                        member.from(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        member.seat()))
                                .toList())
                .orThrow();
        accounts.giveRoles(
                members.stream()
                        .flatMap(member -> accounts.byPerson(member.person()).stream())
                        .map(Accounts.Account::id)
                        .toList(),
                Role.MEMBER,
                body);
        return members.size();
    }

    /** Takes over what changed in the congress's roster; who is no longer of this delegation leaves it. */
    private int changed(String body, List<Member> own) {
        Map<String, Member> now = new HashMap<>();
        own.forEach(member -> now.put(member.number(), member));
        List<Member> different = new ArrayList<>();
        for (Member member : bodies.membersOf(body)) {
            MandateStatus status = Optional.ofNullable(now.get(member.number()))
                    .map(Member::status)
                    .orElse(MandateStatus.TERMINATED);
            if (member.status() != MandateStatus.TERMINATED && member.status() != status) {
                bodies.changeStatus(body, member.number(), status, clock.instant(), "名册变动")
                        .orThrow();
                different.add(member);
                if (status == MandateStatus.TERMINATED) {
                    leaves(body, member);
                }
            }
        }
        return different.size();
    }

    private void leaves(String body, Member member) {
        accounts.byPerson(member.person()).ifPresent(account -> {
            for (var grant : accounts.roles(List.of(account.id())).getOrDefault(account.id(), java.util.Set.of())) {
                if (grant.scope().equals(body)) {
                    accounts.endRole(account.id(), grant.role(), body).orThrow();
                }
            }
        });
    }
}
