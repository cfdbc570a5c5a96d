package org.yicheng.proposals.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/**
 * What the catalogue finds of filings: by those who examine them once they are received, by the deputies of the body once
 * they are registered and have a number, by everybody once they are answered in public. Drafts are their authors' own.
 */
@Component
class FilingEntries implements Source {

    private static final String PREFIX = "filing:";
    private static final Set<State> NOT_FOUND = Set.of(State.DRAFT, State.OFFERED);
    private static final Set<State> ON_THE_DESK = Set.of(State.SUBMITTED, State.WITHDRAWN);

    private final FilingRows rows;
    private final Handlings handlings;
    private final Procedures procedures;
    private final Words words;

    FilingEntries(FilingRows rows, Handlings handlings, Procedures procedures, Words words) {
        this.rows = rows;
        this.handlings = handlings;
        this.procedures = procedures;
        this.words = words;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> subjects() {
        return rows.received().stream().map(id -> PREFIX + id).toList();
    }

    /** A conversion moves two filings and is recorded of one. */
    @Override
    public List<Entry> entries(String subject) {
        Optional<Filing> filing = rows.byId(UUID.fromString(subject.substring(PREFIX.length())), false);
        List<Entry> entries = new ArrayList<>();
        filing.filter(FilingEntries::found).map(this::entry).ifPresent(entries::add);
        filing.flatMap(Filing::linked)
                .flatMap(linked -> rows.byId(linked, false))
                .filter(FilingEntries::found)
                .map(this::entry)
                .ifPresent(entries::add);
        return entries;
    }

    private static boolean found(Filing filing) {
        return filing.received().isPresent() && !NOT_FOUND.contains(filing.state());
    }

    private Entry entry(Filing filing) {
        Optional<Handling> handling = handlings.byFiling(filing.id());
        boolean published = handling.filter(Handling::published).isPresent();
        Entry.Seen seen = published ? Entry.Seen.everybody() : seen(filing);
        List<String> parts = filing.kind().parts().stream()
                .filter(part -> part != Part.PERSON)
                .map(part -> filing.parts().getOrDefault(part, ""))
                .toList();
        return new Entry(
                PREFIX + filing.id(),
                PREFIX + filing.id(),
                "proposals.kind-" + filing.kind(),
                filing.body(),
                new Entry.Said(
                        new Bilingual(filing.title(), filing.title()),
                        String.join("\n", parts),
                        gist(filing),
                        List.of()),
                seen,
                new Entry.Facts(
                        (published ? "/suggestions/" : "/filings/") + filing.id(),
                        filing.number()
                                .map(number -> words.say(Language.ZH, "proposals.entry-number", "number", number))
                                .orElse(""),
                        filing.received(),
                        handling.flatMap(this::state).orElseGet(() -> state(filing)),
                        Entry.Side.NONE,
                        filing.demo()));
    }

    private Optional<Bilingual> state(Handling handling) {
        return procedures
                .byId(handling.matter().procedure())
                .flatMap(procedure -> procedure.state(handling.matter().state()))
                .map(Procedure.State::name);
    }

    private static Entry.Seen seen(Filing filing) {
        return ON_THE_DESK.contains(filing.state())
                ? Entry.Seen.may(filing.body(), Permission.MATTER_EXAMINE)
                : Entry.Seen.may(filing.body(), Permission.MATTER_EXAMINE, Permission.MATTER_FILE);
    }

    /** What is asked for, paragraph by paragraph: 案由 and each piece of advice. */
    private static List<String> gist(Filing filing) {
        List<String> gist = new ArrayList<>();
        gist.addAll(filing.parts().getOrDefault(Part.CASE, "").lines().toList());
        gist.addAll(filing.parts().getOrDefault(Part.ADVICE, "").lines().toList());
        return gist.stream().filter(line -> !line.isBlank()).limit(8).toList();
    }

    private Bilingual state(Filing filing) {
        String key =
                filing.outcome().map(outcome -> "proposals.outcome-" + outcome).orElse(filing.stateKey());
        return new Bilingual(words.say(Language.ZH, key), words.say(Language.EN, key));
    }
}
