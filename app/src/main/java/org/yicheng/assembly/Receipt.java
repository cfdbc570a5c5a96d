package org.yicheng.assembly;

import java.time.Instant;
import java.util.UUID;

/** What a member gets back for a press; the mark is durable. */
public record Receipt(UUID question, Mark mark, Instant at, boolean changed) {}
