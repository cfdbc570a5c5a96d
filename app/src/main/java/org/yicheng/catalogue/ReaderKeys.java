package org.yicheng.catalogue;

import java.util.Set;
import org.yicheng.party.Caller;

/** Keys that a caller holds beyond those that follow from permissions; beans of this type are collected. */
@FunctionalInterface
public interface ReaderKeys {
    Set<String> of(Caller caller);
}
