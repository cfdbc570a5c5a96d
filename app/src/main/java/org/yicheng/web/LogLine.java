package org.yicheng.web;

import java.time.Instant;

/**
 * One line of what happened.
 *
 * @param strong whether it matters more than the others
 * @param demo whether somebody invented is named in it
 */
public record LogLine(Instant at, String text, boolean strong, boolean demo) {}
