package org.yicheng.web;

/** One answer of a list to choose from: what is sent and what is read. */
public record Option(String value, String word) {}
