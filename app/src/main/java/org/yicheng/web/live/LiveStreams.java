package org.yicheng.web.live;

import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.web.Live;

/** The streams of live events; each topic asks for its own permission. */
@RestController
class LiveStreams {

    private final Live live;

    LiveStreams(Live live) {
        this.live = live;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.PUBLIC_READ)
    SseEmitter follow(@RequestParam String topic, @RequestParam(defaultValue = "zh-CN") String lang) {
        if (!Caller.current().may(live.needed(topic))) {
            throw new AccessDeniedException(topic);
        }
        return live.subscribe(topic, lang.startsWith("en") ? Language.EN : Language.ZH);
    }
}
