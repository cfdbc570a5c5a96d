package org.yicheng.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All persons known to the platform. */
public interface Persons {

    /** Stores persons; ids must be new. Call inside a transaction. */
    void add(List<Person> persons);

    Optional<Person> byId(UUID id);

    Map<UUID, Person> byIds(Collection<UUID> ids);
}
