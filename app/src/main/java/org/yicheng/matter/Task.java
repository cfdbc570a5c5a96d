package org.yicheng.matter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is (轮到谁), until when.
 *
 * @param actor as which the holder is to act
 * @param until the next of the actor's limits, if any runs
 */
public record Task(UUID id, Matter matter, String actor, String holder, Instant since, Optional<Deadline> until) {}
