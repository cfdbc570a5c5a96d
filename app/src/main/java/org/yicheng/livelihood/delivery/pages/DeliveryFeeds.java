package org.yicheng.livelihood.delivery.pages;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.home.HomeProperties;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** The projects of a year to subscribe to: what happened as RSS 2.0, what is planned as iCalendar (RFC 5545). */
@Component
class DeliveryFeeds {

    /** What readers of feeds take in at once. */
    private static final int MOST_NEWS = 100;

    private final Cards cards;
    private final Photos photos;
    private final Ratings ratings;
    private final Bodies bodies;
    private final Words words;
    private final Clock clock;
    private final String address;

    DeliveryFeeds(
            Cards cards, Photos photos, Ratings ratings, Bodies bodies, Words words, Clock clock, HomeProperties home) {
        this.cards = cards;
        this.photos = photos;
        this.ratings = ratings;
        this.bodies = bodies;
        this.words = words;
        this.clock = clock;
        this.address = home.publicUrl();
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, "livelihood." + key, facts);
    }

    private String name(Round round) {
        String body = bodies.byId(round.body())
                .map(Body::shortName)
                .map(Bilingual::zh)
                .orElse(round.body());
        return body + say("deliveries-of", "year", round.year());
    }

    private String page(Delivery delivery) {
        return address + "/livelihood/deliveries/" + delivery.id();
    }

    // ---------------------------------------------------------------- news

    /** @param key names it within its project, and never changes */
    private record News(Delivery delivery, String key, LocalDate day, String title, String text) {}

    private List<News> news(Delivery delivery) {
        List<News> news = new ArrayList<>();
        for (Milestone one : delivery.milestones()) {
            one.done()
                    .ifPresent(day -> news.add(new News(
                            delivery,
                            "milestone-" + one.number(),
                            day,
                            say("news-milestone", "title", delivery.plan().title(), "name", one.name()),
                            one.note())));
        }
        for (Delivery.Decision one : delivery.decisions()) {
            news.add(new News(
                    delivery,
                    "decision-" + one.number(),
                    one.day(),
                    say("news-decision-" + one.kind(), "title", delivery.plan().title()),
                    one.text()));
        }
        news.addAll(told(delivery));
        news.addAll(rated(delivery));
        return news;
    }

    /** What its organ reports and shows. */
    private List<News> told(Delivery delivery) {
        List<News> news = new ArrayList<>();
        String title = delivery.plan().title();
        for (Card.Report one : cards.of(delivery.id()).reports()) {
            news.add(new News(
                    delivery,
                    "report-" + one.number(),
                    one.day(),
                    say("news-report", "title", title, "n", one.percent()),
                    one.text()));
        }
        for (Photo one : photos.of(delivery.id())) {
            if (one.withdrawn().isEmpty()) {
                news.add(new News(
                        delivery,
                        "photo-" + one.number(),
                        LocalDate.ofInstant(one.added(), clock.getZone()),
                        say("news-photo", "title", title, "stage", say("stage-" + one.stage())),
                        one.alt()));
            }
        }
        return news;
    }

    /** What deputies and what residents say, each apart, and who looks after it now. */
    private List<News> rated(Delivery delivery) {
        List<News> news = new ArrayList<>();
        String title = delivery.plan().title();
        Ratings.Both both = ratings.of(delivery);
        both.deputies()
                .ifPresent(one -> news.add(new News(
                        delivery,
                        "evaluation",
                        one.day(),
                        say("news-deputies", "title", title),
                        Arrays.stream(Grade.values())
                                .map(grade -> words.say(Language.ZH, "assembly.grade-" + grade)
                                        + one.tally().of(grade))
                                .collect(Collectors.joining("，")))));
        both.residents()
                .ifPresent(figures -> both.period()
                        .flatMap(ResidentRatings.Period::closed)
                        .ifPresent(closed -> news.add(new News(
                                delivery,
                                "residents",
                                LocalDate.ofInstant(closed, clock.getZone()),
                                say("news-residents", "title", title),
                                say("residents-mean", "mean", figures.mean().toPlainString())
                                        + "，"
                                        + say(
                                                "residents-n",
                                                "n",
                                                figures.ratings(),
                                                "fraction",
                                                figures.fraction())))));
        both.handover()
                .ifPresent(one -> news.add(new News(
                        delivery,
                        "handover",
                        one.day(),
                        say("news-handover", "title", title),
                        say("aftercare") + "：" + delivery.aftercare())));
        return news;
    }

    /** Milestones reached, decisions taken, reports, pictures and ratings, the newest first. */
    byte[] rss(Round round, List<Delivery> deliveries) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(name(round));
        channel.setLink(address + "/livelihood/rounds/" + round.id() + "/deliveries");
        channel.setDescription(say("deliveries-lede"));
        channel.setLanguage("zh-CN");
        channel.setEncoding(StandardCharsets.UTF_8.name());
        channel.setItems(deliveries.stream()
                .flatMap(one -> news(one).stream())
                .sorted(Comparator.comparing(News::day)
                        .reversed()
                        .thenComparing(one -> one.delivery().number())
                        .thenComparing(News::key))
                .limit(MOST_NEWS)
                .map(this::item)
                .toList());
        try {
            return new WireFeedOutput().outputString(channel).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a channel with title, link and description is a feed", e);
        }
    }

    private Item item(News news) {
        Item item = new Item();
        item.setTitle(news.title());
        item.setLink(page(news.delivery()));
        item.setPubDate(
                java.util.Date.from(news.day().atStartOfDay(clock.getZone()).toInstant()));
        if (!news.text().isBlank()) {
            Description text = new Description();
            text.setValue(news.text());
            item.setDescription(text);
        }
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(news.delivery().id() + "#" + news.key());
        item.setGuid(guid);
        return item;
    }

    // ---------------------------------------------------------------- plan

    /** Open milestones and deadlines, a day each; one that moves keeps its UID, so that calendars move it too. */
    byte[] calendar(Round round, List<Delivery> deliveries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Yicheng//Livelihood//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name(round)));
        deliveries.stream()
                .filter(one -> one.state().running())
                .flatMap(this::planned)
                .forEach(calendar::add);
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Stream<VEvent> planned(Delivery delivery) {
        String title = delivery.plan().title();
        Stream<VEvent> steps = delivery.milestones().stream()
                .filter(one -> one.done().isEmpty())
                .map(one -> event(
                        delivery,
                        "milestone-" + one.number(),
                        one.planned(),
                        say("planned-milestone", "title", title, "name", one.name())));
        return Stream.concat(
                steps,
                Stream.of(event(
                        delivery, "deadline", delivery.plan().deadline(), say("planned-deadline", "title", title))));
    }

    private VEvent event(Delivery delivery, String key, LocalDate day, String title) {
        VEvent event = new VEvent(day, title);
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        UUID uid = UUID.nameUUIDFromBytes((delivery.id() + "#" + key).getBytes(StandardCharsets.UTF_8));
        event.add(new Uid(uid + "@yicheng"));
        event.add(new Url(URI.create(page(delivery))));
        return event;
    }
}
