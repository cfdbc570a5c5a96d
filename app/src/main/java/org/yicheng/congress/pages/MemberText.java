package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yicheng.assembly.Member;
import org.yicheng.rule.Refusal;

/** A list of members as a clerk types or pastes it: numbers or names, by lines, commas or 、. */
final class MemberText {

    private static final int MOST = 2_000;

    private final List<Member> roster;
    private final List<Refusal> faults = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    MemberText(String text, List<Member> all) {
        roster = all.stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .toList();
        List<String> words = Arrays.stream(text.split("[\\r\\n,，、;；\\t]+"))
                .map(MemberText::plain)
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
        words.forEach(this::resolve);
    }

    /** Two-character names are printed with a full-width space inside: 丁　一. */
    private static String plain(String word) {
        return word.replaceAll("[\\s　]+", "");
    }

    private void resolve(String word) {
        List<Member> found = roster.stream()
                .filter(member -> member.number().toUpperCase(Locale.ROOT).equals(word.toUpperCase(Locale.ROOT)))
                .toList();
        if (found.isEmpty()) {
            found = roster.stream()
                    .filter(member -> plain(member.name()).equals(word))
                    .toList();
        }
        switch (found.size()) {
            case 0 -> faults.add(Refusal.at("members", "congress.nobody-named", "value", word));
            case 1 -> numbers.add(found.getFirst().number());
            default ->
                faults.add(Refusal.at(
                        "members",
                        "congress.several-named",
                        "value",
                        word,
                        "who",
                        found.stream()
                                .map(member -> member.groupName() + member.number())
                                .toList()));
        }
    }

    List<Refusal> faults() {
        return faults;
    }

    List<String> numbers() {
        return numbers;
    }
}
