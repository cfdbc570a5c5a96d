package org.yicheng.web;

/** One fact of a matter: its word and its value, as shown. */
public record Fact(String word, String value) {}
