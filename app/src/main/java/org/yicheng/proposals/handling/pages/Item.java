package org.yicheng.proposals.handling.pages;

import java.util.Optional;
import org.yicheng.matter.Deadline;
import org.yicheng.proposals.handling.Line;
import org.yicheng.rule.Bilingual;

/**
 * One line of a list.
 *
 * @param until the limit that runs out next, if one runs
 * @param together how many are handled together, itself counted; 1 when it is alone
 */
public record Item(Line line, Bilingual state, Optional<Deadline> until, int together) {}
