package org.yicheng.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Official documents: numbered, versioned, hashed, with a verification code, published to an audience. */
public interface Papers {

    /** Who may read it. */
    enum Audience {
        PUBLIC,
        MEMBERS,
        SECRETARIAT
    }

    /** The form it is printed in. */
    enum Form {
        /** GB/T 9704 document with issuer, number, red line. */
        GAZETTE,
        /** 会议纪要 minutes. */
        MINUTES,
        /** Plain A4 with a heading: drafts, lists, sheets. */
        SHEET
    }

    /**
     * @param kind e.g. {@code agenda}, {@code schedule}, {@code election-method}, {@code minutes}, {@code result-sheet}
     * @param subject what it belongs to, e.g. {@code congress-session:sjz-npc-15-5}
     * @param number 发文字号, empty string if none
     * @param issuer 发文机关, as printed
     * @param title as printed
     * @param html the body as simple XHTML: p, h2, h3, ol, ul, li, table, thead, tbody, tr, th, td, b; no attributes
     *     but class and colspan; checked and refused otherwise
     * @param signedBy name above the date, empty string if none
     */
    record NewPaper(
            String kind,
            String subject,
            String number,
            String issuer,
            String title,
            String html,
            String signedBy,
            Form form,
            Audience audience,
            boolean demo) {}

    /** @param code short verification code printed with a QR; @param sha256 over the stored text and metadata */
    record Paper(
            UUID id,
            String kind,
            String subject,
            int version,
            String number,
            String issuer,
            String title,
            String html,
            String signedBy,
            Form form,
            Audience audience,
            boolean demo,
            Instant issuedAt,
            String code,
            String sha256,
            boolean recalled) {}

    /** Issues a paper; the same kind and subject again gets the next version. Recorded as {@code Caller.current()}. */
    Paper issue(NewPaper paper);

    Optional<Paper> byId(UUID id);

    Optional<Paper> byCode(String code);

    /** The newest version of each paper of a subject, in order of issue. */
    List<Paper> ofSubject(String subject);

    void recall(UUID id, String reason);

    /** The paper as a file: PDF with its fonts, or DOCX. */
    byte[] file(UUID id, Output output);

    default byte[] pdf(UUID id) {
        return file(id, Output.PDF);
    }
}
