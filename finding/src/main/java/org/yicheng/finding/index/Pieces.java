package org.yicheng.finding.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms that were cut beforehand, one after the other: what is indexed and what is asked for are cut by the same code. */
public final class Pieces extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> pieces;
    private int next;

    /** @param pieces an empty one leaves a gap that no phrase reaches across */
    public Pieces(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        int places = 1;
        while (next < pieces.size() && pieces.get(next).isEmpty()) {
            places++;
            next++;
        }
        if (next == pieces.size()) {
            return false;
        }
        term.append(pieces.get(next++));
        step.setPositionIncrement(places);
        return true;
    }

    @Override
    public void reset() throws java.io.IOException {
        super.reset();
        next = 0;
    }
}
