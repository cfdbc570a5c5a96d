package org.yicheng.proposals.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.FurtherMotions;
import org.yicheng.assembly.Member;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissals;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Filings for the exports of a body: what has a number; without names where their author asked so. */
@Component
class FilingMotions implements FurtherMotions {

    private final FilingRows rows;
    private final ProposalRows proposals;
    private final Dismissals dismissals;
    private final Handlings handlings;
    private final Bodies bodies;
    private final Words words;

    FilingMotions(
            FilingRows rows,
            ProposalRows proposals,
            Dismissals dismissals,
            Handlings handlings,
            Bodies bodies,
            Words words) {
        this.rows = rows;
        this.proposals = proposals;
        this.dismissals = dismissals;
        this.handlings = handlings;
        this.bodies = bodies;
        this.words = words;
    }

    @Override
    public List<Moved> of(String body) {
        Map<UUID, Member> members =
                bodies.membersOf(body).stream().collect(Collectors.toMap(Member::mandate, Function.identity()));
        Map<UUID, List<UUID>> decided = rows.decidedBy(body);
        return rows.numbered(body).stream()
                .map(filing -> moved(filing, members, decided.getOrDefault(filing.id(), List.of())))
                .toList();
    }

    private Moved moved(Filing filing, Map<UUID, Member> members, List<UUID> decided) {
        Optional<Dismissal> dismissal = filing.kind() == Kind.DISMISSAL ? dismissals.of(filing.id()) : Optional.empty();
        Stream<UUID> votes =
                dismissal.stream().flatMap(found -> Stream.concat(Stream.of(found.presidium()), found.vote().stream()));
        return new Moved(
                filing.id(),
                filing.subject(),
                words.say(
                        Language.ZH,
                        "proposals.entry-number",
                        "number",
                        filing.number().orElseThrow()),
                text(filing),
                filing.kind().name().toLowerCase(Locale.ROOT),
                filing.received().orElseThrow(),
                requirement(filing.kind()),
                result(filing, dismissal),
                handlings.concealed(filing.id()) ? List.of() : sponsors(filing, members),
                mover(filing),
                Stream.concat(decided.stream(), votes).distinct().toList());
    }

    private String text(Filing filing) {
        return Stream.concat(
                        Stream.of(filing.title()),
                        filing.kind().all().stream()
                                .filter(part -> filing.parts().containsKey(part))
                                .map(part -> words.say(Language.ZH, "proposals.part-" + part) + "\n"
                                        + filing.parts().get(part)))
                .collect(Collectors.joining("\n\n"));
    }

    /** Only what a vote adopts has one: the presidium lists a motion, more than half of all deputies dismiss. */
    private Optional<String> requirement(Kind kind) {
        return switch (kind) {
            case MOTION, DISMISSAL -> Optional.of(words.say(Language.ZH, "proposals.requirement-" + kind));
            case INTERPELLATION, INQUIRY, INVESTIGATION, SUGGESTION, PROPOSAL -> Optional.empty();
        };
    }

    private static Optional<String> result(Filing filing, Optional<Dismissal> dismissal) {
        Optional<String> of = switch (filing.state()) {
            case WITHDRAWN, CONVERTED -> Optional.of(filing.state().name());
            default ->
                dismissal
                        .filter(Dismissal::over)
                        .map(found -> found.state().name())
                        .or(() -> filing.outcome().map(Enum::name));
        };
        return of.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static List<UUID> sponsors(Filing filing, Map<UUID, Member> members) {
        return filing.signatures().stream()
                .filter(filing::stands)
                .flatMap(signature -> Optional.ofNullable(members.get(signature.mandate())).stream())
                .map(Member::person)
                .toList();
    }

    private Optional<String> mover(Filing filing) {
        return filing.mover().isEmpty()
                ? Optional.empty()
                : Optional.of(proposals
                        .collective(filing.id())
                        .map(Proposals.Collective::name)
                        .orElseGet(() -> words.say(Language.ZH, "proposals.mover-" + filing.mover())));
    }
}
