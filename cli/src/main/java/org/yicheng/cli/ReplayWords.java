package org.yicheng.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import tools.jackson.databind.JsonNode;

/** The record of a replay, in the words of an official report. */
final class ReplayWords {

    private static final Words WORDS = Words.load(ReplayWords.class.getClassLoader(), List.of("replay"));
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final PrintWriter report;

    ReplayWords(PrintWriter report) {
        this.report = report;
    }

    void say(String key, Object... facts) {
        line(WORDS.say(Language.ZH, key, facts));
    }

    void line(String text) {
        report.println(text);
        report.flush();
    }

    void attendance(String meeting, JsonNode roll) {
        boolean met =
                roll.required("present").asInt() >= roll.required("required").asInt();
        say(
                "replay." + meeting,
                "due",
                roll.required("due").asInt(),
                "present",
                roll.required("present").asInt(),
                "required",
                roll.required("required").asInt(),
                "quorum",
                WORDS.say(Language.ZH, met ? "replay.quorum" : "replay.no-quorum"));
    }

    void item(JsonNode question) {
        JsonNode outcome = question.required("outcome");
        say(
                "replay.item",
                "number",
                question.required("number").asInt(),
                "title",
                question.at("/title/zh").asString(),
                "said",
                outcome.at("/announcement/zh").asString().replace("\n", ""));
    }

    /** 2024年1月28日12时. */
    void deadline(Instant deadline) {
        ZonedDateTime at = deadline.atZone(SHANGHAI);
        String minutes = at.getMinute() == 0 ? "" : at.getMinute() + "分";
        say(
                "replay.deadline",
                "at",
                at.getYear() + "年" + at.getMonthValue() + "月" + at.getDayOfMonth() + "日" + at.getHour() + "时"
                        + minutes);
    }
}
