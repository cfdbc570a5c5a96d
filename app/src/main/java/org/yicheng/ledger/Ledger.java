package org.yicheng.ledger;

import java.util.List;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * What is done in books. Each act stands in the record and joins the caller's transaction: the service that pays and the
 * posting are there together or not at all. A book is locked from a posting to the end of its transaction, so let it be
 * one of the last steps. Whether the caller may is for the caller to ask.
 */
public interface Ledger {

    /** Opens a book, or returns the one that was opened for this subject with the same words. */
    Ruling<Book> open(Book.Opening opening);

    /** Opens an account, or returns the one that has this code and the same name and kind. */
    Ruling<Account> open(UUID book, Account.Opening opening);

    /** Sets how far an account may go, by a decision; the balance must lie within. */
    Ruling<Account> limit(UUID account, Account.Limits limits, String document);

    /**
     * Posts. Limits are judged in the order of postings, each account after the whole posting. The same key and content
     * again give the first posting; other content under a used key is refused.
     */
    Ruling<Posting> post(UUID book, Posting.Voucher voucher, List<Posting.Line> lines);

    /** Takes a posting back by its counter-entry, once. A counter-entry is not taken back. */
    Ruling<Posting> reverse(UUID posting, Posting.Voucher voucher);
}
