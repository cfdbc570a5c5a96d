package org.yicheng.library;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a document; it never changes.
 *
 * @param number from 1
 * @param text as typed, read as {@link DocumentText}; empty string if there is only a file
 * @param remark what changed, in a line; empty string if nothing was said
 * @param sha256 over title, text and the file's digest, lower-case hex
 */
public record Version(
        UUID document,
        int number,
        String title,
        String text,
        Optional<Attachment> attachment,
        String remark,
        String sha256,
        Instant madeAt) {

    /**
     * The file that came with it.
     *
     * @param sha256 of its content: the address under which it is stored
     * @param type as found in the content, never as claimed
     * @param size bytes
     */
    public record Attachment(String sha256, String name, String type, long size) {}

    /** The language of its words, for screen readers and line breaks: {@code zh-CN} where there is Chinese in them. */
    public String lang() {
        return (title + text).codePoints().anyMatch(Character::isIdeographic) ? "zh-CN" : "en";
    }
}
