package org.yicheng.party;

import java.util.Optional;
import java.util.UUID;

/**
 * A human being.
 *
 * @param name as printed; any Unicode character
 * @param demo invented for the demo city: every page marks the name 演示
 */
public record Person(
        UUID id,
        String name,
        Optional<String> sex,
        Optional<Integer> birthYear,
        Optional<String> ethnicity,
        boolean demo) {}
