package org.yicheng.rule;

/**
 * A law, a set of rules of procedure or a decision of this product that a rule may rest on.
 *
 * @param key short stable key used in data, e.g. {@code OL}
 * @param zh title in Chinese without brackets, e.g. 地方组织法
 * @param en title in English, e.g. Organic Law
 * @param edition the edition that was read, as a date or a year, e.g. {@code 2022-03-11}
 */
public record Instrument(String key, String zh, String en, String edition) {}
