package org.yicheng.assembly;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A mandate to be entered into a body's roster; the person exists already. */
public record NewMember(
        String number,
        UUID person,
        String group,
        String electingUnit,
        Member.MandateStatus status,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> replaces,
        String seat) {}
