package org.yicheng.congress.deliberation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** Writes this package's acts into the record; the last write of a transaction. The record holds no speaker's words. */
@Component
class Deeds {

    /** 推选团长、副团长、小组召集人. */
    static final Citation CHOOSING = Citation.of(Law.SHANGHAI, 9);
    /** 团长的职责. */
    static final Citation HEADS = Citation.of(Law.SHANGHAI, 10);
    /** 发言整理简报印发. */
    static final Citation BULLETINS = Citation.of(Law.SHANGHAI, 67);
    /** Quorum and majority in a delegation: no law says. */
    static final Citation QUORUM = Citation.of(Law.PRODUCT, "delegation.quorum");
    /** Who may change a note when. */
    static final Citation NOTES = Citation.of(Law.PRODUCT, "delegation.notes");
    /** What services referred, one by one. */
    static final Citation TOPICS = Citation.of(Law.PRODUCT, "delegation.topics");
    /** How a bulletin moves and is numbered. */
    static final Citation NUMBERING = Citation.of(Law.PRODUCT, "bulletin.states");

    private final Journal journal;
    private final Clock clock;

    Deeds(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void write(Permission as, Citation ground, String verb, String subject, Object... facts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(), caller.actor(), caller.roleFor(as), verb, subject, Optional.of(ground.key()), map));
    }
}
