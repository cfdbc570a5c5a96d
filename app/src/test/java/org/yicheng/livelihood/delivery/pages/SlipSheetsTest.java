package org.yicheng.livelihood.delivery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.ResidentRatings.Batch;
import org.yicheng.livelihood.delivery.ResidentRatings.Issued;
import org.yicheng.testing.Printed;
import org.yicheng.testing.YichengTest;

/** Residents' slips as they come from the printer. */
@YichengTest
@Import(Congress.class)
class SlipSheetsTest {

    @Autowired
    SlipSheets slips;

    @Autowired
    Rounds rounds;

    @Autowired
    Congress congress;

    @Autowired
    Clock clock;

    @BeforeEach
    void today() {
        ((PlatformClock) clock).set(Instant.parse("2024-01-26T01:00:00Z"));
    }

    @Test
    void tenSlipsStandOnAPageEachWithItsCode() {
        congress.congress("slip-sheets", 3);
        LocalDate first = LocalDate.of(2023, 8, 1);
        Round round = rounds.call("slip-sheets", new Rounds.Call(2024, "general", first, first.plusDays(44), "演示公告"))
                .orThrow();
        List<String> codes = IntStream.range(0, 11)
                .mapToObj(i -> "7K3M-9XQ2-4T" + (char) ('A' + i) + "C")
                .toList();
        Printed printed = printed(round, codes);
        assertThat(printed.pages()).hasSize(2);
        assertThat(printed(round, codes.subList(0, 10)).pages()).hasSize(1);
        assertThat(printed.onA4()).isTrue();
        assertThat(printed.unprinted()).isEmpty();
        assertThat(printed.text()).contains("2024年民生实事项目居民评价票", "演示社区", "一码一次").contains(codes);
    }

    private Printed printed(Round round, List<String> codes) {
        Batch batch = new Batch(1, "演示社区", codes.size(), 0, round.opens());
        return Printed.of(
                Optional.ofNullable(slips.print(round, new Issued(batch, codes)).getBody())
                        .orElseThrow());
    }
}
