package org.yicheng.livelihood.delivery.pages;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** The addresses to which anybody subscribes. */
@Controller
@Needs(Permission.PUBLIC_READ)
class DeliveryFeedPages {

    private static final MediaType RSS = MediaType.parseMediaType("application/rss+xml;charset=UTF-8");
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Deliveries deliveries;
    private final DeliveryScope scope;
    private final DeliveryFeeds feeds;

    DeliveryFeedPages(Deliveries deliveries, DeliveryScope scope, DeliveryFeeds feeds) {
        this.deliveries = deliveries;
        this.scope = scope;
        this.feeds = feeds;
    }

    @GetMapping("/livelihood/rounds/{id}/deliveries.rss")
    ResponseEntity<byte[]> news(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(RSS).body(feeds.rss(scope.round(id), deliveries.ofRound(id)));
    }

    @GetMapping("/livelihood/rounds/{id}/deliveries.ics")
    ResponseEntity<byte[]> plan(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(CALENDAR).body(feeds.calendar(scope.round(id), deliveries.ofRound(id)));
    }
}
