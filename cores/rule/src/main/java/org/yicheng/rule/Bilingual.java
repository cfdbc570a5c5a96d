package org.yicheng.rule;

/** One name in both languages; Chinese is the official one. */
public record Bilingual(String zh, String en) {

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
