package org.yicheng.demo.city;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.congress.deliberation.Delegations.Choice;
import org.yicheng.congress.deliberation.Delegations.Delegation;
import org.yicheng.congress.deliberation.Delegations.Post;
import org.yicheng.congress.deliberation.Drafts;
import org.yicheng.congress.deliberation.Notes;

/**
 * The delegations of the demo city. Before the preliminary meeting the first of them have met, chosen who leads them and
 * handed their notes in; the last of those that met still holds its notes, so that both can be seen. Later all of them
 * meet on what the presidium has referred to all deputies.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoDelegations {

    private static final int MET = 5;
    private static final int SPEAKERS = 3;
    private static final int ON_CANDIDATES = 2;

    private final List<DemoRemarks.Remark> remarks = DemoRemarks.read();

    private final Bodies bodies;
    private final Sittings sittings;
    private final Delegations delegations;
    private final Drafts drafts;
    private final Notes notes;
    private final Clock clock;

    DemoDelegations(
            Bodies bodies, Sittings sittings, Delegations delegations, Drafts drafts, Notes notes, Clock clock) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.delegations = delegations;
        this.drafts = drafts;
        this.notes = notes;
        this.clock = clock;
    }

    /** Forms them and holds the meetings now; call as the secretariat. */
    void meet(String session, Script.Talks talks) {
        delegations.form(session).orThrow();
        UUID item = drafts.list(session, Drafts.Kind.AGENDA_ITEM, talks.item(), "")
                .orThrow()
                .id();
        List<Delegation> all = delegations.of(session);
        for (int turn = 0; turn < Math.min(MET, all.size()); turn++) {
            String meeting = open(session, all.get(turn));
            speak(meeting, item, all.get(turn), talks.notes(), turn);
            sittings.close(meeting).orThrow();
            if (turn + 1 < MET) {
                notes.hand(meeting).orThrow();
            }
        }
    }

    /** All of them meet now and hand their notes in; call as the secretariat. */
    void deliberate(String session, Script.Talks talks) {
        UUID item = drafts.list(session, Drafts.Kind.AGENDA_ITEM, talks.item(), "")
                .orThrow()
                .id();
        List<Delegation> all = delegations.of(session);
        for (int turn = 0; turn < all.size(); turn++) {
            String meeting = open(session, all.get(turn));
            speak(meeting, item, all.get(turn), talks.notes(), turn);
            onCandidates(meeting, session, all.get(turn), turn);
            sittings.close(meeting).orThrow();
            notes.hand(meeting).orThrow();
        }
    }

    private String open(String session, Delegation delegation) {
        List<Member> members = delegation.members();
        String meeting = delegations
                .schedule(session, delegation.key(), clock.instant(), "演示会议室")
                .orThrow()
                .id();
        delegations.openSignIn(session, meeting).orThrow();
        sittings.namePresiding(meeting, members.getFirst().name()).orThrow();
        List<SignInEvent> events = new ArrayList<>();
        for (Member member : members) {
            bodies.activeCardOf(member.person())
                    .map(Credential::code)
                    .ifPresent(card -> events.add(new SignInEvent(
                            meeting + "-" + member.number(),
                            clock.instant(),
                            card,
                            SignInEvent.Direction.IN,
                            "GATE-1",
                            events.size())));
        }
        sittings.signIn(meeting, events);
        sittings.open(meeting).orThrow();
        if (delegation.officers().isEmpty()) {
            choose(session, meeting, Post.HEAD, members.getFirst(), events.size());
            choose(session, meeting, Post.DEPUTY_HEAD, members.get(1), events.size());
            delegations
                    .noteTaker(session, delegation.key(), members.get(2).number(), true)
                    .orThrow();
        }
        return meeting;
    }

    private void choose(String session, String meeting, Post post, Member member, int approvals) {
        delegations
                .choose(session, meeting, new Choice(post, List.of(member.number()), approvals))
                .orThrow();
    }

    /** Two remarks on the candidates, in turn, so that every candidate is spoken to by several delegations. */
    private void onCandidates(String meeting, String session, Delegation delegation, int turn) {
        Map<String, Drafts.Draft> referred = drafts.choices(session).stream()
                .filter(draft -> !draft.subject().isEmpty())
                .collect(Collectors.toMap(Drafts.Draft::title, draft -> draft, (first, _) -> first));
        for (int speaker = 0; speaker < ON_CANDIDATES; speaker++) {
            DemoRemarks.Remark remark = remarks.get((turn * ON_CANDIDATES + speaker) % remarks.size());
            Optional<Drafts.Draft> about = Optional.ofNullable(referred.get(remark.project()));
            String number = delegation.members().get(3 + SPEAKERS + speaker).number();
            about.ifPresent(draft -> notes.save(
                            meeting,
                            new Notes.Typed(
                                    UUID.randomUUID(),
                                    0,
                                    number,
                                    "",
                                    draft.id().toString(),
                                    "",
                                    Optional.empty(),
                                    remark.kind(),
                                    remark.words(),
                                    remark.wording().orElse("")))
                    .orThrow());
        }
    }

    private void speak(String meeting, UUID item, Delegation delegation, List<Script.Said> said, int turn) {
        for (int speaker = 0; speaker < SPEAKERS; speaker++) {
            Script.Said words = said.get((turn + speaker) % said.size());
            notes.save(
                            meeting,
                            new Notes.Typed(
                                    UUID.randomUUID(),
                                    0,
                                    delegation.members().get(3 + speaker).number(),
                                    "",
                                    item.toString(),
                                    "",
                                    Optional.empty(),
                                    words.kind(),
                                    words.words(),
                                    ""))
                    .orThrow();
        }
    }
}
