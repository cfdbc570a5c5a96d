package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.YichengTest;

/** What residents subscribe to, read as their programs read it. */
@YichengTest
class DeliveryFeedsTest {

    private static final LocalDate OPENED = LocalDate.of(2024, 4, 28);

    @Autowired
    Rounds rounds;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private UUID round = new UUID(0, 0);
    private Delivery delivery;

    @BeforeEach
    void aProjectWithOneMilestoneReached() {
        on(LocalDate.of(2023, 8, 1));
        String body = "feed-" + UUID.randomUUID().toString().substring(0, 8);
        congress.congress(body, 5);
        organs.add(new Organ("organ-" + body, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(LocalDate.of(2024, 3, 1));
        Delivery.Plan plan = new Delivery.Plan(
                "新建公交候车亭 <A&B>",
                "演示公告〔2024〕1号",
                "organ-" + body,
                new Delivery.Goal("新建候车亭", 120, "座"),
                LocalDate.of(2024, 11, 30),
                List.of(new Delivery.Source("市级财政", 3_000_000_00L)),
                "每月检查一次");
        List<Step> steps =
                List.of(new Step("开工", 40, LocalDate.of(2024, 4, 30)), new Step("竣工", 60, LocalDate.of(2024, 11, 30)));
        delivery = deliveries.plan(round, plan, steps).orThrow();
        on(OPENED);
        delivery = deliveries.reach(delivery.id(), 1, OPENED, "已进场（演示）").orThrow();
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    private MockHttpServletResponse anybody(String kind) throws Exception {
        return web.perform(get("/livelihood/rounds/" + round + "/deliveries." + kind))
                .andReturn()
                .getResponse();
    }

    @Test
    void whatWasReachedIsNewsWithALinkAndANameThatStays() throws Exception {
        MockHttpServletResponse answer = anybody("rss");
        assertThat(answer.getContentType()).startsWith("application/rss+xml");
        Channel channel = (Channel)
                new WireFeedInput().build(new StringReader(answer.getContentAsString(StandardCharsets.UTF_8)));
        assertThat(channel.getItems()).hasSize(1);
        Item item = channel.getItems().getFirst();
        assertThat(item.getTitle()).isEqualTo("新建公交候车亭 <A&B>：完成“开工”");
        assertThat(item.getLink()).endsWith("/livelihood/deliveries/" + delivery.id());
        assertThat(item.getGuid().getValue()).isEqualTo(delivery.id() + "#milestone-1");
        assertThat(item.getDescription().getValue()).isEqualTo("已进场（演示）");
        assertThat(item.getPubDate().toInstant()).isEqualTo(Instant.parse("2024-04-27T16:00:00Z"));
    }

    @Test
    void whatIsPlannedStandsInTheCalendarAndMovesWithItsName() throws Exception {
        List<CalendarComponent> events = events();
        assertThat(events)
                .extracting(event -> value(event, Property.SUMMARY))
                .containsExactly("新建公交候车亭 <A&B>：计划完成“竣工”", "新建公交候车亭 <A&B>：完成时限");
        assertThat(events).extracting(event -> value(event, Property.DTSTART)).containsOnly("20241130");
        assertThat(events())
                .extracting(event -> value(event, Property.UID))
                .isEqualTo(
                        events.stream().map(event -> value(event, Property.UID)).toList());
    }

    @Test
    void aRoundThatIsNotThereHasNoFeed() throws Exception {
        round = UUID.randomUUID();
        assertThat(anybody("rss").getStatus()).isEqualTo(404);
        assertThat(anybody("ics").getStatus()).isEqualTo(404);
    }

    private List<CalendarComponent> events() throws Exception {
        Calendar calendar = new CalendarBuilder()
                .build(new ByteArrayInputStream(anybody("ics").getContentAsByteArray()));
        return calendar.getComponents("VEVENT");
    }

    private static String value(CalendarComponent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }
}
