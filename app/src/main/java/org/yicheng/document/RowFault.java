package org.yicheng.document;

import org.yicheng.rule.Refusal;

/**
 * What is wrong in a row of a table.
 *
 * @param row as a spreadsheet counts, the header is row 1
 */
public record RowFault(int row, Refusal reason) {}
