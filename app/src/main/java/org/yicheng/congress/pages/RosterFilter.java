package org.yicheng.congress.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yicheng.assembly.Member;

/**
 * What a clerk asks of the roster; the list, the CSV and the XLSX obey the same filter.
 *
 * @param q part of a name, a member number, a card or a seat
 * @param group code of a delegation, empty for all
 * @param status IN_OFFICE, SUSPENDED, TERMINATED, or empty for all
 * @param arrived {@code yes}, {@code no} or empty: has reported in
 * @param order {@code strokes} or {@code number}
 */
public record RosterFilter(String q, String group, String status, String arrived, String order) {

    public RosterFilter {
        q = q.strip();
        order = order.equals("number") ? "number" : "strokes";
    }

    List<Member> choose(
            List<Member> roster, Map<UUID, String> cards, Set<String> present, Comparator<String> byStrokes) {
        String asked = q.toLowerCase(Locale.ROOT);
        Comparator<Member> byNumber = Comparator.comparing(Member::number);
        Comparator<Member> sorted = order.equals("number")
                ? byNumber
                : Comparator.comparing(Member::name, byStrokes).thenComparing(byNumber);
        return roster.stream()
                .filter(member -> group.isEmpty() || member.group().equals(group))
                .filter(member -> status.isEmpty() || member.status().name().equals(status))
                .filter(member -> arrived.isEmpty() || present.contains(member.number()) == arrived.equals("yes"))
                .filter(member -> asked.isEmpty()
                        || member.name().toLowerCase(Locale.ROOT).contains(asked)
                        || member.number().toLowerCase(Locale.ROOT).contains(asked)
                        || member.seat().equals(asked)
                        || cards.getOrDefault(member.person(), "")
                                .toLowerCase(Locale.ROOT)
                                .equals(asked))
                .sorted(sorted)
                .toList();
    }

    /** The filter as the query of an address; without the leading question mark. */
    public String query() {
        return "q=" + encoded(q) + "&group=" + encoded(group) + "&status=" + encoded(status) + "&arrived="
                + encoded(arrived) + "&order=" + order;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
