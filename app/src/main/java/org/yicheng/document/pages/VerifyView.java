package org.yicheng.document.pages;

import java.time.Instant;
import java.util.Optional;
import org.yicheng.document.Papers.Paper;
import org.yicheng.document.Prints.Print;

/**
 * The page on which anybody checks a printed paper or a file.
 *
 * @param code as asked for; empty if a file was given
 * @param file name of the file that was given; empty if a code was asked for
 */
public record VerifyView(String code, String file, Optional<Found> found) {

    /** @param issuer empty for a sheet printed from data */
    public record Found(
            String code, String title, String issuer, Instant at, String sha256, boolean recalled, boolean demo) {

        static Found of(Paper paper) {
            return new Found(
                    paper.code(),
                    paper.title(),
                    paper.issuer(),
                    paper.issuedAt(),
                    paper.sha256(),
                    paper.recalled(),
                    paper.demo());
        }

        static Found of(Print print) {
            return new Found(
                    print.code(),
                    print.title(),
                    "",
                    print.at(),
                    print.sha256(),
                    false,
                    print.what().demo());
        }
    }

    public boolean asked() {
        return !code.isBlank() || !file.isBlank();
    }
}
