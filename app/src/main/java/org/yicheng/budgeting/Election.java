package org.yicheng.budgeting;

import org.yicheng.count.projects.PbFile;
import org.yicheng.rule.Bilingual;

/**
 * An election that is kept.
 *
 * @param id its place in addresses
 * @param demo whether city and ballots are invented
 */
public record Election(String id, Bilingual title, boolean demo, PbFile file) {}
