package org.yicheng.assembly.hall;

import java.util.List;
import java.util.UUID;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Observers 列席 and visitors 旁听: registered, counted for themselves, never added to the members. */
public interface Guests {

    /** Somebody to be registered. */
    record NewGuest(Guest.Kind kind, String name, String organisation, String card) {}

    /** The columns of a file of guests; {@code kind} is 列席, 旁听, OBSERVER or VISITOR. */
    List<String> COLUMNS = List.of("kind", "name", "organisation", "card");

    /**
     * What a file would bring, and what is wrong with it; with any fault nothing is taken.
     *
     * @param guests the rows whose kind is known
     * @param unknown what stands for the kind in the other rows, each once
     */
    record Preview(List<NewGuest> guests, List<String> unknown, List<Fault> faults) {}

    /** @param row as a spreadsheet counts, the header is row 1 */
    record Fault(int row, Refusal reason) {}

    /** Reads and checks a file (CSV or XLSX) without storing anything. */
    Ruling<Preview> preview(String body, byte[] content);

    /** How many are registered and how many are in the hall. */
    record Count(int registered, int present) {}

    /** Registers guests, all or none; refuses a card that somebody has. */
    Ruling<List<Guest>> register(String body, List<NewGuest> guests);

    List<Guest> of(String body);

    /** Withdraws a card: it opens no gate any more. */
    Ruling<Guest> withdraw(String body, UUID guest, String reason);

    Count count(String sitting, Guest.Kind kind);

    /** The guests who are in the hall now. */
    List<Guest> present(String sitting);

    /** May this guest be given the floor? Observers may, visitors may not; both only while they are in. */
    Ruling<Guest> maySpeak(String sitting, UUID guest);
}
