package org.yicheng.assembly;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's mandate in one body, with the name for showing.
 *
 * @param mandate id of the mandate
 * @param number the member number within the body, e.g. {@code S0001}
 * @param group code of the delegation, empty string if the body has no groups
 * @param seat row-column, e.g. {@code 12-08}; empty string if none
 */
public record Member(
        UUID mandate,
        String body,
        String number,
        UUID person,
        String name,
        boolean demo,
        String group,
        String groupName,
        String electingUnit,
        MandateStatus status,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> replaces,
        String seat) {

    /** The state of a mandate (DL 61, 62). */
    public enum MandateStatus {
        IN_OFFICE,
        SUSPENDED,
        TERMINATED
    }
}
