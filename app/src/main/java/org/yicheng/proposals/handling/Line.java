package org.yicheng.proposals.handling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.proposals.Kind;

/**
 * What a list shows of a handling.
 *
 * @param state of the kernel's matter
 * @param key whether it is closely supervised
 * @param organs those that answer, as printed
 */
public record Line(
        UUID filing,
        Kind kind,
        Optional<Integer> number,
        String title,
        UUID matter,
        String state,
        boolean key,
        List<String> organs,
        boolean demo) {}
