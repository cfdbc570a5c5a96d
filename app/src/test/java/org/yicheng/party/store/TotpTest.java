package org.yicheng.party.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes against the values of RFC 6238, appendix B, and RFC 4648, section 10. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
    }

    @Test
    void aCodeCountsHalfAMinuteEarlyOrLateAndNoLonger() {
        String code = Totp.code(SECRET, 100, 6);

        assertThat(Totp.matchingStep(SECRET, code, Instant.ofEpochSecond(99 * 30), 0))
                .hasValue(100);
        assertThat(Totp.matchingStep(SECRET, code, Instant.ofEpochSecond(101 * 30 + 29), 0))
                .hasValue(100);
        assertThat(Totp.matchingStep(SECRET, code, Instant.ofEpochSecond(102 * 30), 0))
                .isEmpty();
    }

    @Test
    void aCodeThatWasUsedCountsNoMore() {
        String code = Totp.code(SECRET, 100, 6);
        OptionalLong again = Totp.matchingStep(SECRET, code, Instant.ofEpochSecond(100 * 30), 100);

        assertThat(again).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String plain, String coded) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(coded);
    }
}
