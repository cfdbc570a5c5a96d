package org.yicheng.count.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yicheng.count.Attendance;
import org.yicheng.count.Attendance.Direction;
import org.yicheng.count.Attendance.Event;
import org.yicheng.count.ElectionTerms;
import org.yicheng.count.MotionFiling;
import org.yicheng.count.MotionFiling.Signature;
import org.yicheng.count.MotionFiling.SignerStatus;
import org.yicheng.rule.input.Node;

/** Cases of kind attendance and motion. */
final class EventCases {

    private static final int MOST_EVENTS = 1_000_000;
    private static final int MOST_MEMBERS = 1_000_000;

    private EventCases() {}

    static Supplier<Map<String, Object>> attendance(Node input) {
        int members = input.get("members_total").head(1);
        List<String> eligible = input.get("eligible").names(0, MOST_MEMBERS);
        if (eligible.size() > members) {
            input.get("eligible").fault("more-eligible-than-members", "got", eligible.size(), "members", members);
        }
        Times times = new Times();
        List<Event<Instant>> events = new ArrayList<>();
        for (Node event : input.get("events").list(MOST_EVENTS)) {
            if (event.object()) {
                events.add(new Event<>(
                        event.get("id").text(),
                        times.read(event.get("t")),
                        event.get("member").text(),
                        event.get("type").choice(Direction.class)));
            }
        }
        List<Instant> at =
                input.get("at").list(MOST_EVENTS).stream().map(times::read).toList();
        return () -> attendance(members, Attendance.replay(new HashSet<>(eligible), events), at);
    }

    private static Map<String, Object> attendance(int members, Attendance<Instant> attendance, List<Instant> at) {
        int required = ElectionTerms.TWO_THIRDS.threshold(members);
        List<Integer> present = attendance.counts(at);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("required", required);
        map.put("present", present);
        map.put("quorum", present.stream().map(count -> count >= required).toList());
        map.put("ever_present", attendance.ever().size());
        map.put("rejected", attendance.rejected());
        map.put("repeated", attendance.repeated());
        return map;
    }

    static Supplier<Map<String, Object>> motion(Node input) {
        Instant deadline = instant(input.get("deadline"));
        int least = input.get("min_signers").head(1);
        Instant submitted = instant(input.get("submitted_at"));
        List<Signature> signatures = new ArrayList<>();
        for (Node signature : input.get("signatures").list(MOST_MEMBERS)) {
            if (signature.object()) {
                signatures.add(new Signature(
                        signature.get("member").text(),
                        instant(signature.get("t")),
                        signature.get("status").choice(SignerStatus.class),
                        withdrawn(signature.get("withdrawn"))));
            }
        }
        return () -> {
            MotionFiling.Acceptance decided = new MotionFiling(deadline, least, submitted, signatures).decide();
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("valid_signers", decided.validSigners());
            map.put("accepted_as", decided.as().name());
            map.put("reason", decided.reason().name());
            map.put("source", decided.source().key());
            map.put("explanation", decided.explanation());
            return map;
        };
    }

    /** Either when it was taken back, or true for "before filing". */
    private static Optional<Instant> withdrawn(Node node) {
        if (node.isFlag()) {
            return node.flag() ? Optional.of(Instant.MIN) : Optional.empty();
        }
        return node.present() ? Optional.of(instant(node)) : Optional.empty();
    }

    /** An instant must carry its offset: a deadline without one means nothing. */
    private static Instant instant(Node node) {
        String text = node.text();
        if (!text.isEmpty()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                node.fault("time-without-offset");
            }
        }
        return Instant.EPOCH;
    }

    /** Times of one case: all of them times of one day, or all of them instants. */
    private static final class Times {
        private static final LocalDate THE_DAY = LocalDate.EPOCH;
        private final Set<Boolean> kinds = new HashSet<>();

        private Instant read(Node node) {
            String text = node.text();
            if (text.isEmpty()) {
                return Instant.EPOCH;
            }
            try {
                boolean ofDay = !text.contains("T");
                Instant at = ofDay
                        ? LocalTime.parse(text).atDate(THE_DAY).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(text).toInstant();
                if (kinds.add(ofDay) && kinds.size() > 1) {
                    node.fault("mixed-times");
                }
                return at;
            } catch (DateTimeException e) {
                node.fault("not-a-time");
                return Instant.EPOCH;
            }
        }
    }
}
