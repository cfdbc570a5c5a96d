package org.yicheng.catalogue.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry.Seen;
import org.yicheng.catalogue.ReaderKeys;
import org.yicheng.finding.index.Filter;
import org.yicheng.finding.index.Item;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Permissions;

/** Which keys a caller holds: everybody's, one for each permission in each scope, and those that modules add. */
@Component("catalogueReaders")
class Readers {

    private final ObjectProvider<ReaderKeys> more;
    private final Clock clock;

    Readers(ObjectProvider<ReaderKeys> more, Clock clock) {
        this.more = more;
        this.clock = clock;
    }

    record Reader(Set<String> keys, Instant now) {

        Filter narrowed(Map<Item.Facet, String> facets) {
            return new Filter(keys, now, facets);
        }
    }

    Reader current() {
        Caller caller = Caller.current();
        Set<String> keys = new TreeSet<>();
        keys.add(Seen.EVERYBODY);
        for (Caller.Grant grant : caller.grants()) {
            for (Permission permission : Permissions.of(grant.role())) {
                keys.add(Seen.key(grant.scope(), permission));
            }
        }
        more.orderedStream().forEach(source -> keys.addAll(source.of(caller)));
        return new Reader(keys, clock.instant());
    }
}
