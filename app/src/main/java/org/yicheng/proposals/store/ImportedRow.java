package org.yicheng.proposals.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Member;
import org.yicheng.count.MotionFiling;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Imports;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Proposals.Collective;

/**
 * A row of a table that became a filing.
 *
 * @param signers the lead first; empty of what a body moves
 * @param mover code of who moves it when members don't; else empty
 * @param collective of a proposal that is moved in a collective name
 * @param contact empty if none is given
 */
record ImportedRow(
        int line,
        Kind kind,
        Text text,
        List<Member> signers,
        String mover,
        Optional<Collective> collective,
        Instant received,
        Optional<Integer> number,
        String contact,
        Optional<MotionFiling.Acceptance> acceptance,
        boolean decided) {

    ImportedRow {
        signers = List.copyOf(signers);
    }

    boolean fallsShort() {
        return acceptance
                .filter(found -> found.as() == MotionFiling.AcceptedAs.SUGGESTION)
                .isPresent();
    }

    State becomes() {
        if (fallsShort()) {
            return State.OFFERED;
        }
        return number.isPresent() ? State.REGISTERED : State.SUBMITTED;
    }

    String lead() {
        return signers.isEmpty() ? mover : signers.getFirst().number();
    }

    /** What makes it the same as another: the text and who leads it. */
    String same() {
        return FilingRows.hash(kind, text) + " " + lead();
    }

    Imports.Entry entry() {
        return new Imports.Entry(
                line,
                kind,
                number,
                text.title(),
                lead(),
                signers.size(),
                received,
                becomes(),
                acceptance.filter(_ -> fallsShort()).map(found -> found.reason().name()),
                decided);
    }
}
