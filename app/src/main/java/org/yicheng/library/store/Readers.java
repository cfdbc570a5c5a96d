package org.yicheng.library.store;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.catalogue.ReaderKeys;
import org.yicheng.library.Audience;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Permissions;
import org.yicheng.party.Role;

/** Which audiences a caller belongs to: the roles held, and the delegations of the mandates in office. */
@Component
class Readers implements ReaderKeys {

    private final Bodies bodies;

    Readers(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Held by whoever reads every document of the platform. */
    static final String EVERY_DOCUMENT = "DOCUMENTS:*";

    /** The same as keys of the catalogue. */
    @Override
    public Set<String> of(Caller caller) {
        Reader reader = reader(caller);
        Set<String> keys = new TreeSet<>();
        reader.keys().forEach(key -> keys.add(catalogued(key)));
        if (reader.everywhere()) {
            keys.add(EVERY_DOCUMENT);
        }
        return keys;
    }

    static String catalogued(String audience) {
        return "DOCUMENTS:" + audience;
    }

    /**
     * @param keys the audiences the reader belongs to
     * @param everywhere whether a role for the whole platform opens all of them
     */
    record Reader(Set<String> keys, boolean everywhere) {}

    Reader reader(Caller caller) {
        Set<String> keys = new TreeSet<>();
        keys.add(new Audience.Everybody().key());
        boolean everywhere = false;
        for (Caller.Grant grant : caller.grants()) {
            boolean reads = Permissions.of(grant.role()).contains(Permission.MEMBER_DOCUMENTS);
            everywhere |= reads && grant.scope().equals(Caller.EVERYWHERE);
            if (grant.role() == Role.MEMBER && caller.person().isPresent()) {
                // A role outlives a mandate by the time it takes to end it: the mandate counts.
                inOffice(caller, grant.scope()).ifPresent(member -> asMember(member, keys));
            } else {
                keys.add(new Audience.Holders(grant.scope(), grant.role()).key());
                if (reads) {
                    keys.add(new Audience.Members(grant.scope()).key());
                }
            }
        }
        return new Reader(keys, everywhere);
    }

    private Optional<Member> inOffice(Caller caller, String body) {
        return caller.person()
                .flatMap(person -> bodies.memberOf(body, person))
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE);
    }

    private static void asMember(Member member, Set<String> keys) {
        keys.add(new Audience.Members(member.body()).key());
        keys.add(new Audience.Holders(member.body(), Role.MEMBER).key());
        if (!member.group().isEmpty()) {
            keys.add(new Audience.OfGroup(member.body(), member.group()).key());
        }
    }
}
