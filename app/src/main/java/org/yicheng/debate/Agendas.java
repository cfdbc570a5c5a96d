package org.yicheng.debate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** The agendas of sittings. Every change is recorded as {@code Caller.current()}. */
public interface Agendas {

    int MOST_ITEMS = 500;
    int LONGEST_TITLE = 200;
    int LONGEST_TEXT = 20_000;

    /** What an item says; see {@link AgendaItem}. */
    record Draft(
            AgendaItem.Kind kind,
            Bilingual title,
            String content,
            int minutes,
            int groupMinutes,
            boolean consent,
            Optional<UUID> motion) {}

    /** A new item as the last one below {@code parent}; at most four levels. */
    Ruling<AgendaItem> add(String sitting, Optional<UUID> parent, Draft draft);

    /** Changes an item. Refuses if it was changed since {@code version}. */
    Ruling<AgendaItem> change(UUID item, int version, Draft draft);

    /** The moderator's note; never public. */
    Ruling<AgendaItem> note(UUID item, String note);

    /** Moves an item among its siblings: -1 up, 1 down. */
    Ruling<AgendaItem> shift(UUID item, int by);

    /** Hangs an item under another one, or under none, as the last there. */
    Ruling<AgendaItem> hang(UUID item, Optional<UUID> parent);

    /** Takes an item off; only one that nobody has spoken on and that has nothing below it. */
    Ruling<AgendaItem> drop(UUID item);

    /** Calls an item: it becomes the current one, the one before is done. */
    Ruling<AgendaItem> call(String sitting, UUID item);

    /** Ends an item. */
    Ruling<AgendaItem> end(UUID item);

    /** Takes an item out of the consent agenda: any one member may, until the question is put. */
    Ruling<AgendaItem> takeOut(UUID item);

    /** Lists the question on all items of the consent agenda that nobody took out. */
    Ruling<Question> listConsent(String sitting, VotingMode mode);

    Optional<AgendaItem> byId(UUID item);

    /** The agenda of a sitting in reading order. */
    List<AgendaItem> ofSitting(String sitting);

    /** The item under debate. */
    Optional<AgendaItem> current(String sitting);
}
