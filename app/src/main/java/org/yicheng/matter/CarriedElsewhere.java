package org.yicheng.matter;

import java.util.Optional;

/**
 * Asked of every service: does it carry out this matter on a page of its own? Then steps, mergers and limits are taken
 * there, with what the service asks of them, and on the kernel's page they are only read.
 */
public interface CarriedElsewhere {

    /** The address of that page; empty: not a matter of this service. */
    Optional<String> pageOf(Matter matter);
}
