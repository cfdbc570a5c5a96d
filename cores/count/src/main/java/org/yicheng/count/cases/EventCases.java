package org.yicheng.count.cases;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yicheng.count.Attendance;
import org.yicheng.count.Attendance.Direction;
import org.yicheng.count.Attendance.Event;
import org.yicheng.count.Election;
import org.yicheng.count.MotionFiling;
import org.yicheng.count.MotionFiling.Signature;
import org.yicheng.count.MotionFiling.SignerStatus;

/** Cases of kind attendance and motion. */
final class EventCases {

    private static final int MOST_EVENTS = 1_000_000;
    private static final int MOST_MEMBERS = 1_000_000;

    private EventCases() {}

    static Supplier<Map<String, Object>> attendance(Node input) {
        int members = input.get("members_total").head(1);
        List<String> eligible = input.get("eligible").names(0, MOST_MEMBERS);
        List<Event<Long>> events = new ArrayList<>();
        for (Node event : input.get("events").list(MOST_EVENTS)) {
            event.object();
            events.add(new Event<>(
                    event.get("id").text(), instant(event.get("t")), event.get("member").text(),
                    event.get("type").choice(Direction.class)));
        }
        List<Long> at = input.get("at").list(MOST_EVENTS).stream().map(EventCases::instant).toList();
        return () -> attendance(members, new HashSet<>(eligible), events, at);
    }

    private static Map<String, Object> attendance(
            int members, Set<String> eligible, List<Event<Long>> events, List<Long> at) {
        int required = Election.QUORUM.threshold(members);
        List<Integer> present = new ArrayList<>();
        List<Boolean> quorum = new ArrayList<>();
        for (Long instant : at) {
            int now = Attendance.present(eligible, events, instant).size();
            present.add(now);
            quorum.add(now >= required);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("required", required);
        map.put("present", present);
        map.put("quorum", quorum);
        map.put("ever_present", Attendance.ever(eligible, events).size());
        return map;
    }

    /** A time of day or an instant with its offset, in nanoseconds on one scale within a file. */
    private static long instant(Node node) {
        String text = node.text();
        if (text.isEmpty()) {
            return 0;
        }
        Function<String, Long> read = text.contains("T")
                ? given -> OffsetDateTime.parse(given).toInstant().toEpochMilli()
                : given -> LocalTime.parse(given).toNanoOfDay() / 1_000_000;
        try {
            return read.apply(text);
        } catch (DateTimeException e) {
            node.fault("count.not-a-time");
            return 0;
        }
    }

    static Supplier<Map<String, Object>> motion(Node input) {
        OffsetDateTime deadline = offset(input.get("deadline"));
        int least = input.get("min_signers").head(1);
        OffsetDateTime submitted = offset(input.get("submitted_at"));
        List<Signature> signatures = new ArrayList<>();
        for (Node signature : input.get("signatures").list(MOST_MEMBERS)) {
            signature.object();
            Node withdrawn = signature.get("withdrawn");
            signatures.add(new Signature(
                    signature.get("member").text(),
                    offset(signature.get("t")),
                    signature.get("status").choice(SignerStatus.class),
                    withdrawn.present() ? Optional.of(offset(withdrawn)) : Optional.empty()));
        }
        return () -> {
            MotionFiling.Acceptance decided = new MotionFiling(deadline, least, submitted, signatures).decide();
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("valid_signers", decided.validSigners());
            map.put("accepted_as", decided.as().name());
            map.put("reason", decided.reason().name());
            return map;
        };
    }

    /** An instant must carry its offset: a deadline without one means nothing. */
    private static OffsetDateTime offset(Node node) {
        String text = node.text();
        if (!text.isEmpty()) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                node.fault("count.time-without-offset");
            }
        }
        return OffsetDateTime.MIN;
    }
}
