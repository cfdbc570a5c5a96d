package org.yicheng.calendar.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import tools.jackson.databind.json.JsonMapper;

/** What a file may get wrong, and that all of it is said at once. */
class CalendarCasesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Words WORDS = Words.load(CalendarCases.class.getClassLoader(), List.of("calendar"));

    private static List<String> faults(String text) {
        Optional<Object> tree = Optional.ofNullable(JSON.readValue(text.replace('\'', '"'), Object.class));
        return switch (CalendarCases.answer(tree)) {
            case Ruling.Granted<Map<String, Object>> _ -> List.of();
            case Ruling.Refused<Map<String, Object>>(List<Refusal> reasons) -> {
                for (Refusal reason : reasons) {
                    assertThat(WORDS.say(Language.ZH, reason) + WORDS.say(Language.EN, reason))
                            .doesNotContainPattern("\\{[a-z]");
                }
                yield reasons.stream()
                        .map(reason -> reason.code() + " " + reason.field().orElseThrow())
                        .toList();
            }
        };
    }

    private static String one(String rest) {
        return "{'holidays': [{'date': '2024-05-01', 'kind': 'OFF'}], 'cases': [{'id': 'a', " + rest + "}]}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'start': '2024-02-05', 'period': 'P3X'                                              | calendar.not-a-period /cases/0/period
            'start': '2024-02-05', 'period': 3                                                  | calendar.not-a-text /cases/0/period
            'start': '2024-02-05'                                                               | calendar.missing /cases/0/period
            'start': '2024-02-30', 'period': 'P3M'                                              | calendar.not-a-date /cases/0/start
            'start': '2024-2-5', 'period': 'P3M'                                                | calendar.not-a-date /cases/0/start
            'start': '2024-02-05T00:00:00', 'period': 'P3M'                                     | calendar.not-a-date /cases/0/start
            'start': '0000-02-05', 'period': 'P3M'                                              | calendar.not-a-date /cases/0/start
            'start': null, 'period': 'P3M'                                                      | calendar.missing /cases/0/start
            'start': '2024-02-05', 'period': 'P3M', 'policy': []                                | calendar.not-an-object /cases/0/policy
            'start': '2024-02-05', 'period': 'P3M', 'policy': {'rol': 'NONE'}                   | calendar.unknown-name /cases/0/policy/rol
            'start': '2024-02-05', 'period': 'P3M', 'policy': {'roll': 'none'}                  | calendar.unknown-choice /cases/0/policy/roll
            'start': '2024-02-05', 'period': 'P3M', 'policy': {'start_counted': 1}              | calendar.not-a-flag /cases/0/policy/start_counted
            'start': '2024-02-05', 'period': 'P3M', 'policy': {'weekend': ['SUN']}              | calendar.unknown-choice /cases/0/policy/weekend/0
            'start': '2024-11-05', 'period': 'P3M'                                              | calendar.case-no-table /cases/0
            'start': '9999-11-05', 'period': 'P3M', 'policy': {'roll': 'NONE'}                  | calendar.case-out-of-range /cases/0
            """)
    void namesFieldAndRule(String given, String fault) {
        assertThat(faults(one(given))).containsExactly(fault);
    }

    @Test
    void aWeekKeepsAWorkingDay() {
        String all = "['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY']";
        assertThat(faults(one("'start': '2024-02-05', 'period': 'P3M', 'policy': {'weekend': " + all + "}")))
                .containsExactly("calendar.no-working-day /cases/0/policy/weekend");
    }

    @Test
    void findsEveryFaultAtOnce() {
        assertThat(faults("""
                {'format': 'x', 'years': ['2024'],
                 'holidays': [{'date': '2024-05-01', 'kind': 'FREE'}, {'date': '2024-05-01', 'kind': 'OFF'}, 7],
                 'cases': [{'id': 'a', 'start': 'x', 'period': 'y'}, {'id': 'a', 'start': '2024-05-01', 'period': 'P1D'},
                           'z', {'id': 'b', 'start': '2025-05-01', 'period': 'P1D'}]}"""))
                .containsExactly(
                        "calendar.wrong-format /format",
                        "calendar.unknown-choice /holidays/0/kind",
                        "calendar.repeated /holidays/1/date",
                        "calendar.not-an-object /holidays/2",
                        "calendar.not-a-whole-number /years/0",
                        "calendar.not-a-date /cases/0/start",
                        "calendar.not-a-period /cases/0/period",
                        "calendar.repeated /cases/1/id",
                        "calendar.not-an-object /cases/2",
                        "calendar.case-no-table /cases/3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            null | calendar.missing /
            []   | calendar.not-an-object /
            {}   | calendar.missing /cases
            {'cases': {}} | calendar.not-a-list /cases
            {'cases': [], 'holidays': 3} | calendar.not-a-list /holidays
            """)
    void isAnObjectWithCases(String text, String fault) {
        assertThat(faults(text)).containsExactly(fault);
    }

    /** The first day of 1970 is a day like any other. */
    @Test
    void takesEveryDate() {
        assertThat(faults("{'years': [1970], 'cases': [{'id': 'a', 'start': '1970-01-01', 'period': 'P1D'}]}"))
                .isEmpty();
    }
}
