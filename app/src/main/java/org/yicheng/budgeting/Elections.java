package org.yicheng.budgeting;

import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Bilingual;

/** The elections that can be looked at. */
public interface Elections {

    /** One line of the list. @param voters ballots, the empty ones among them */
    record Listed(String id, Bilingual title, boolean demo, int projects, int voters) {}

    List<Listed> all();

    Optional<Election> byId(String id);
}
