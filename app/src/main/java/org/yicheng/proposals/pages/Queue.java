package org.yicheng.proposals.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Kind;

/**
 * What a clerk asks the desk for; empty strings don't narrow.
 *
 * @param state a state, or {@link #WAITING}: what waits for a decision
 * @param words each has to stand in the title or the text
 */
public record Queue(String body, String kind, String state, String words) {

    public static final String WAITING = "WAITING";

    private static final Comparator<Filing> OLDEST_FIRST = Comparator.comparing(
                    (Filing filing) -> filing.received().orElseThrow())
            .thenComparing(Filing::id);

    static Queue of(Map<String, String> form) {
        return new Queue(text(form, "body"), text(form, "kind"), text(form, "state"), text(form, "words"));
    }

    private static String text(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "").strip();
        return value.length() > 100 ? value.substring(0, 100) : value;
    }

    /** Whether somebody at the desk has to do something about it. */
    static boolean waits(Filing filing) {
        boolean answers = filing.kind() == Kind.INTERPELLATION || filing.kind() == Kind.INQUIRY;
        return filing.state() == State.SUBMITTED
                || filing.state() == State.REGISTERED
                        && (filing.kind() == Kind.MOTION
                                || filing.kind() == Kind.PROPOSAL
                                || answers && filing.answer().isEmpty());
    }

    List<Filing> of(List<Filing> received) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return received.stream()
                .filter(filing -> kind.isEmpty() || filing.kind().name().equals(kind))
                .filter(filing -> state.isEmpty()
                        || (state.equals(WAITING)
                                ? waits(filing)
                                : filing.state().name().equals(state)))
                .filter(filing -> wanted.stream().allMatch(all(filing)::contains))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static String all(Filing filing) {
        return Stream.concat(Stream.of(filing.title()), filing.parts().values().stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** The first that waits after this one, else the first that waits at all. */
    static Optional<Filing> next(List<Filing> filings, Optional<UUID> after) {
        int from = 0;
        for (int at = 0; at < filings.size(); at++) {
            if (after.isPresent() && filings.get(at).id().equals(after.get())) {
                from = at + 1;
            }
        }
        return Stream.concat(filings.stream().skip(from), filings.stream().limit(from))
                .filter(Queue::waits)
                .findFirst();
    }

    /** The address of the desk with this filter. */
    public String address() {
        return "/filings/desk?" + query();
    }

    /** The filter as it stands in an address. */
    public String query() {
        return Stream.of("body=" + coded(body), "kind=" + coded(kind), "state=" + coded(state), "words=" + coded(words))
                .filter(pair -> !pair.endsWith("="))
                .collect(Collectors.joining("&"));
    }

    /** The same desk at one item, or after one. */
    public String address(String name, UUID id) {
        String query = query();
        return "/filings/desk?" + (query.isEmpty() ? "" : query + "&") + name + "=" + id;
    }

    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
