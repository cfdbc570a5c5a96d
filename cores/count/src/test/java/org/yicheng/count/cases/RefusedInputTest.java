package org.yicheng.count.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of bad input is refused with its code, its field and its value, in both languages. */
class RefusedInputTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Words WORDS = Words.load(RefusedInputTest.class.getClassLoader(), List.of("count"));

    private static final String QUORUM = """
            {"members_total": 633, "present": 582, "rule": {"num": 2, "den": 3, "mode": "at_least"}}""";
    private static final String VOTE = """
            {"members_total": 10, "present": 9, "tally": {"yes": 5, "no": 4},
             "threshold": {"num": 1, "den": 2, "mode": "more_than", "basis": "PRESENT"}}""";
    private static final String ELECTION = """
            {"office": "DEPUTY", "occasion": "FIRST", "all_members": 10, "present": 9, "seats": 1,
             "candidates": ["甲", "乙"], "issued": 9, "collected": 9,
             "ballots": [{"count": 9, "marks": {"甲": "Y"}, "write_ins": []}]}""";
    private static final String SLATE = """
            {"office": "DEPUTY", "occasion": "FIRST", "seats": 8, "nominated": 9}""";
    private static final String ATTENDANCE = """
            {"members_total": 2, "eligible": ["a", "b"], "at": ["09:00:00"],
             "events": [{"id": "1", "t": "08:00:00", "member": "a", "type": "IN"}]}""";
    private static final String MOTION = """
            {"deadline": "2024-01-28T12:00:00+08:00", "min_signers": 1, "submitted_at": "2024-01-28T11:00:00+08:00",
             "signatures": [{"member": "D1", "t": "2024-01-28T10:00:00+08:00", "status": "ACTIVE"}]}""";
    private static final String RANKED = """
            {"method": "IRV", "candidates": ["A", "B"], "ballots": [{"count": 1, "ranking": ["A", "B"]}]}""";

    private static final String RATE = """
            {"part": 621, "whole": 629}""";
    private static final String SHARES = """
            {"parts": {"a": 54, "b": 33}, "places": 2, "rounding": "plain"}""";

    private static List<Refusal> refusals(String json) {
        Object tree = JSON.readValue(json, Object.class);
        return switch (CountCases.answer(Optional.ofNullable(tree))) {
            case Ruling.Granted<?> granted -> List.of();
            case Ruling.Refused<?> refused -> refused.reasons();
        };
    }

    private static String caseOf(String kind, String input) {
        return "{\"id\": \"x\", \"kind\": \"" + kind + "\", \"input\": " + input + "}";
    }

    private static String input(String kind) {
        return switch (kind) {
            case "quorum" -> QUORUM;
            case "vote" -> VOTE;
            case "election" -> ELECTION;
            case "slate" -> SLATE;
            case "attendance" -> ATTENDANCE;
            case "motion" -> MOTION;
            case "rate" -> RATE;
            case "shares" -> SHARES;
            default -> RANKED;
        };
    }

    @ParameterizedTest
    @CsvSource({"quorum", "vote", "election", "slate", "attendance", "motion", "ranked", "rate", "shares"})
    void takesWhatIsWellFormed(String kind) {
        assertThat(refusals(caseOf(kind, input(kind)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} → {3} at {4}")
    @CsvSource(delimiter = '|', textBlock = """
            quorum     | "present": 582   | "present": 634            | count.more-present-than-members | present
            quorum     | "present": 582   | "present": -1             | count.too-small                 | present
            quorum     | "present": 582   | "present": 582.0          | count.not-a-whole-number        | present
            quorum     | "present": 582   | "present": 5e2            | count.not-a-whole-number        | present
            quorum     | "present": 582   | "present": "582"          | count.not-a-whole-number        | present
            quorum     | "present": 582   | "present": null           | count.missing                   | present
            quorum     | "present": 582   | "present": true           | count.not-a-whole-number        | present
            quorum     | 633              | 99999999999999999999      | count.too-large                 | members_total
            quorum     | "den": 3         | "den": 0                  | count.too-small                 | rule/den
            quorum     | "num": 2         | "num": 4                  | count.share-above-one           | rule/num
            quorum     | "num": 2         | "num": 0                  | count.too-small                 | rule/num
            quorum     | at_least         | AT_LEAST                  | count.unknown-choice            | rule/mode
            quorum     | "rule"           | "rules"                   | count.missing                   | rule
            vote       | PRESENT          | EVERYBODY                 | count.unknown-choice            | threshold/basis
            vote       | "yes": 5         | "yes": -5                 | count.too-small                 | tally/yes
            vote       | "yes": 5         | "yes": 4.5                | count.not-a-whole-number        | tally/yes
            vote       | {"yes": 5, "no": 4} | [5, 4]                 | count.not-an-object             | tally
            vote       | "threshold": {   | "thresholds": [], "t": {  | count.too-few                   | thresholds
            vote       | "threshold": {   | "quorum": {"num": 1}, "threshold": { | count.missing        | quorum/den
            election   | "seats": 1       | "seats": 0                | count.too-small                 | seats
            election   | "collected": 9   | "collected": -1           | count.too-small                 | collected
            election   | "collected": 9   | "collected": 8            | count.papers-sum                | ballots
            election   | "count": 9       | "count": 1000000000001    | count.too-large                 | ballots/0/count
            election   | ["甲", "乙"]     | ["甲", "乙", "甲"]        | count.repeated                  | candidates/2
            election   | ["甲", "乙"]     | []                        | count.too-few                   | candidates
            election   | "甲": "Y"        | "丁": "Y"                 | count.unknown-candidate         | ballots/0/marks/丁
            election   | "甲": "Y"        | "甲": "Z"                 | count.unknown-choice            | ballots/0/marks/甲
            election   | "甲": "Y"        | "a/b~c": "Y"              | count.unknown-candidate         | ballots/0/marks/a~1b~0c
            election   | "DEPUTY"         | "MAYOR"                   | count.unknown-choice            | office
            election   | "FIRST"          | "SECOND"                  | count.unknown-choice            | occasion
            election   | "present": 9     | "present": 11             | count.more-present-than-members | present
            election   | "write_ins": []  | "write_ins": [""]         | count.not-a-text                | ballots/0/write_ins/0
            election   | "write_ins": []  | "unreadable": "yes"       | count.not-a-flag                | ballots/0/unreadable
            election   | "issued": 9      | "issued": 9, "threshold": "ALL"           | count.unknown-choice | threshold
            election   | "issued": 9      | "issued": 9, "rules": {"write_in": "ANY"} | count.unknown-choice | rules/write_in
            slate      | "nominated": 9   | "nominated": -9           | count.too-small                 | nominated
            slate      | "seats": 8       | "seats": 8, "configured_margin": "1" | count.not-a-whole-number | configured_margin
            attendance | "IN"             | "AWAY"                    | count.unknown-choice            | events/0/type
            attendance | "a", "b"         | "a", "a"                  | count.repeated                  | eligible/1
            attendance | "a", "b"         | "a", "b", "c"             | count.more-eligible-than-members | eligible
            attendance | 08:00:00         | 8 o'clock                 | count.not-a-time                | events/0/t
            attendance | 08:00:00         | 24:00:01                  | count.not-a-time                | events/0/t
            attendance | 08:00:00         | 2024-01-28T08:00:00       | count.not-a-time                | events/0/t
            attendance | 08:00:00         | 2024-01-28T08:00:00Z      | count.mixed-times               | at/0
            motion     | 12:00:00+08:00   | 12:00:00                  | count.time-without-offset       | deadline
            motion     | 10:00:00+08:00   | 10:00:00                  | count.time-without-offset       | signatures/0/t
            motion     | ACTIVE           | RETIRED                   | count.unknown-choice            | signatures/0/status
            motion     | "min_signers": 1 | "min_signers": 0          | count.too-small                 | min_signers
            rate       | "part": 621      | "part": 630               | count.part-above-whole          | part
            rate       | "whole": 629     | "whole": -1               | count.too-small                 | whole
            shares     | "a": 54          | "a": 54.5                 | count.not-a-whole-number        | parts/a
            shares     | "a": 54          | "a": -1                   | count.too-small                 | parts/a
            shares     | "places": 2      | "places": 10              | count.too-large                 | places
            shares     | "plain"          | "banker"                  | count.unknown-choice            | rounding
            ranked     | IRV              | DICE                      | count.unknown-choice            | method
            ranked     | "ranking": ["A", "B"] | "ranking": ["A", "A"] | count.repeated                 | ballots/0/ranking/1
            ranked     | "ranking": ["A", "B"] | "ranking": ["C"]      | count.unknown-candidate        | ballots/0/ranking/0
            ranked     | "count": 1       | "count": -1               | count.too-small                 | ballots/0/count
            ranked     | "method": "IRV"  | "method": "IRV", "seats": 2 | count.too-large               | seats
            ranked     | "method": "IRV"  | "method": "BORDA", "seats": 0 | count.too-small             | seats
            """, quoteCharacter = '`')
    void saysWhatIsWrongAndWhere(String kind, String good, String bad, String code, String field) {
        String template = input(kind);
        assertThat(template).contains(good);
        List<Refusal> refusals = refusals(caseOf(kind, template.replaceFirst(Pattern.quote(good), bad)));
        assertThat(refusals).extracting(Refusal::code).contains(code);
        Refusal refusal = refusals.stream()
                .filter(given -> given.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(refusal.field()).contains("/input/" + field);
        for (Language language : Language.values()) {
            assertThat(WORDS.say(language, refusal))
                    .contains("/input/" + field)
                    .doesNotContain("{field}", "{value}", "{most}");
        }
    }

    @Test
    void namesEveryFaultAtOnce() {
        String broken = """
                {"format": "yicheng-count-cases/1", "cases": [
                  {"id": "a", "kind": "slate", "input": {"office": "X", "occasion": "Y", "seats": 0, "nominated": -1}},
                  {"id": "a", "kind": "guess", "input": 3},
                  7]}""";
        assertThat(refusals(broken))
                .extracting(refusal -> refusal.code() + " " + refusal.field().orElse(""))
                .containsExactly(
                        "count.unknown-choice /cases/0/input/office",
                        "count.unknown-choice /cases/0/input/occasion",
                        "count.too-small /cases/0/input/seats",
                        "count.too-small /cases/0/input/nominated",
                        "count.repeated /cases/1/id",
                        "count.unknown-choice /cases/1/kind",
                        "count.not-an-object /cases/1/input",
                        "count.not-an-object /cases/2");
    }

    @Test
    void refusesTheWholeFileForOneFault() {
        String file = "{\"format\": \"yicheng-count-cases/1\", \"cases\": [" + caseOf("quorum", QUORUM)
                + ", {\"id\": \"y\", \"kind\": \"quorum\", \"input\": {}}]}";
        assertThat(refusals(file)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | count.missing | /",
                "[] | count.not-an-object | /",
                "3 | count.not-an-object | /",
                "{\"cases\": []} | count.missing | /format",
                "{\"format\": \"other/1\", \"cases\": []} | count.wrong-format | /format",
                "{\"format\": \"yicheng-count-cases/1\"} | count.missing | /cases",
                "{} | count.missing | /id"
            },
            quoteCharacter = '`')
    void refusesAFileThatIsNone(String json, String code, String field) {
        assertThat(refusals(json)).anySatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).contains(field);
        });
    }

    /** Sums beyond any number of papers are found, not wrapped around. */
    @Test
    void findsSumsBeyondEveryLong() {
        String ballot = "{\"count\": 1000000000000, \"marks\": {}}";
        String many = String.join(", ", Collections.nCopies(20_000, ballot));
        String election = ELECTION.replaceFirst("\"ballots\": .*", "\"ballots\": [" + many + "]}");
        assertThat(refusals(caseOf("election", election)))
                .extracting(Refusal::code)
                .containsExactly("count.papers-sum");
    }
}
