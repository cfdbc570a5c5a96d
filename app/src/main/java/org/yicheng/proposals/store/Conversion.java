package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.FilingEvent;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;

/** A motion that is taken as a suggestion: a filing of its own with its own number, linked to the motion (SH 25). */
@Component
class Conversion {

    private final FilingRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversion(FilingRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Registered at once: it was received as a motion. */
    UUID suggestion(Filing motion) {
        Text text = new Text(
                motion.title(),
                Map.of(Part.SITUATION, part(motion, Part.CASE, Part.BASIS), Part.ADVICE, part(motion, Part.PLAN)));
        UUID id = rows.insert(
                motion.subject(), motion.body(), Kind.SUGGESTION, text, motion.mover(), motion.demo(), clock.instant());
        String hash = FilingRows.hash(Kind.SUGGESTION, text);
        motion.signatures().stream()
                .filter(motion::stands)
                .forEach(signature -> rows.sign(id, signature.mandate(), hash, signature.at()));
        rows.set(
                id,
                Map.of(
                        "state", State.REGISTERED.name(),
                        "number", rows.number(motion.subject(), Kind.SUGGESTION),
                        "received", clock.instant().atOffset(ZoneOffset.UTC),
                        "linked", motion.id()));
        events.publishEvent(
                new FilingEvent.FilingRegistered(rows.byId(id, false).orElseThrow()));
        return id;
    }

    private static String part(Filing motion, Part... parts) {
        return java.util.Arrays.stream(parts)
                .flatMap(part -> Optional.ofNullable(motion.parts().get(part)).stream())
                .collect(Collectors.joining("\n"));
    }
}
