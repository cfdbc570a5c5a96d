package org.yicheng.party;

import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Ruling;

/** The organisations that handle matters. Every change is recorded as {@code Caller.current()}. */
public interface Organs {

    int LONGEST_NAME = 60;

    /** Enters one. Refused with every reason: id taken or not {@code organ-…}, name missing, too long or taken. */
    Ruling<Organ> add(Organ organ);

    Optional<Organ> byId(String id);

    Optional<Organ> byName(String chinese);

    /** In the order in which they were entered. */
    List<Organ> list();

    /** Those in which the caller holds a permission. */
    List<Organ> ofCaller(Permission permission);
}
