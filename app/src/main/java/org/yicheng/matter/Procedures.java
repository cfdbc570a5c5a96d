package org.yicheng.matter;

import java.util.List;
import java.util.Optional;

/** The procedures that are declared. */
public interface Procedures {

    List<Procedure> all();

    Optional<Procedure> byId(String id);
}
