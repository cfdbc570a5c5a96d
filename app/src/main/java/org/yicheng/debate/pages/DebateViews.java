package org.yicheng.debate.pages;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Speeches;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.web.Faults;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;

/** Reads debates for pages, and renders their live parts once for all who watch. */
@Component
class DebateViews {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Agendas agendas;
    private final Speeches speeches;
    private final Motions motions;
    private final Debating debating;
    private final History histories;
    private final DebateScope scope;
    private final Live live;
    private final Pages pages;
    private final Clock clock;

    DebateViews(
            Bodies bodies,
            Sittings sittings,
            Agendas agendas,
            Speeches speeches,
            Motions motions,
            Debating debating,
            History histories,
            DebateScope scope,
            Live live,
            Pages pages,
            Clock clock) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.agendas = agendas;
        this.speeches = speeches;
        this.motions = motions;
        this.debating = debating;
        this.histories = histories;
        this.scope = scope;
        this.live = live;
        this.pages = pages;
        this.clock = clock;
    }

    @PostConstruct
    void register() {
        live.source(
                "debate:", Permission.MEMBER_DOCUMENTS, (topic, language) -> parts(topic, "debate/queue", language));
        live.source("debate-desk:", Permission.FLOOR_MOVE, (topic, language) -> stage(topic));
    }

    private Map<String, String> parts(String topic, String template, Language language) {
        DebateView view = agenda(sitting(topic), Faults.NONE);
        return Map.of("queue", pages.fragment(template, view, language), "stage", stage(view));
    }

    private Map<String, String> stage(String topic) {
        return Map.of("stage", stage(agenda(sitting(topic), Faults.NONE)));
    }

    private Sitting sitting(String topic) {
        return sittings.byId(topic.substring(topic.indexOf(':') + 1)).orElseThrow();
    }

    /** A word that changes whenever the desk would look different. */
    static String stage(DebateView view) {
        return Integer.toHexString(List.of(view.agenda(), view.floor(), view.queue(), view.heard(), view.motions())
                .hashCode());
    }

    DebateView agenda(Sitting held, Faults faults) {
        Body body = bodies.byId(held.body()).orElseThrow();
        List<AgendaItem> agenda = agendas.ofSitting(held.id());
        Optional<AgendaItem> current = agenda.stream()
                .filter(item -> item.state() == AgendaItem.State.CURRENT)
                .findFirst();
        Optional<UUID> item = current.map(AgendaItem::id);
        return new DebateView(
                held,
                body.demo(),
                debating.rules(held.body()),
                clock.instant(),
                agenda,
                current,
                speeches.floor(held.id()),
                item.map(speeches::queue).orElse(List.of()),
                item.map(speeches::heard).orElse(List.of()),
                item.map(speeches::accounts).orElse(List.of()),
                readable(held),
                faults);
    }

    private List<Motion> readable(Sitting held) {
        boolean member = scope.mayIn(held.body(), Permission.MEMBER_DOCUMENTS);
        return motions.ofSitting(held.id()).stream()
                .filter(motion -> member || motions.open(motion))
                .toList();
    }

    List<History.Line> history(String subject) {
        return histories.of(subject, _ -> Optional.empty());
    }
}
