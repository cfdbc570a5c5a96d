package org.yicheng.congress.deliberation;

import java.util.List;
import java.util.Locale;
import org.yicheng.assembly.Member;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Who is meant by a number or a name: a name that several bear is never guessed. */
final class Names {

    private Names() {}

    /** The one member meant; among {@code near} first, then among {@code all}. */
    static Ruling<Member> find(String field, String typed, List<Member> near, List<Member> all) {
        String word = plain(typed);
        List<Member> found = meant(word, near);
        if (found.isEmpty()) {
            found = meant(word, all);
        }
        return switch (found.size()) {
            case 0 -> Ruling.refused(Refusal.at(field, "congress.nobody-named", "value", typed.strip()));
            case 1 -> Ruling.granted(found.getFirst());
            default ->
                Ruling.refused(Refusal.at(
                        field,
                        "congress.several-named",
                        "value",
                        typed.strip(),
                        "who",
                        found.stream()
                                .map(member -> member.groupName() + member.number())
                                .toList()));
        };
    }

    private static List<Member> meant(String word, List<Member> members) {
        List<Member> byNumber = members.stream()
                .filter(member -> member.number().toUpperCase(Locale.ROOT).equals(word.toUpperCase(Locale.ROOT)))
                .toList();
        return byNumber.isEmpty()
                ? members.stream()
                        .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                        .filter(member -> plain(member.name()).equals(word))
                        .toList()
                : byNumber;
    }

    /** Two-character names are printed with a full-width space inside: 丁　一. */
    private static String plain(String word) {
        return word.replaceAll("[\\s　]+", "");
    }
}
