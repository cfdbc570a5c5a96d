package org.yicheng.assembly.store;

import org.springframework.stereotype.Component;
import org.yicheng.web.Live;

/** Wakes the pages that watch a sitting: board, chair's desk, phones. */
@Component
class Floor {

    private final Live live;

    Floor(Live live) {
        this.live = live;
    }

    /** The sitting or its question moved: everybody in the hall should see it. */
    void changed(String sitting) {
        rollChanged(sitting);
        live.changed("floor:" + sitting);
    }

    /** Only figures moved: roll or number of presses. */
    void rollChanged(String sitting) {
        live.changed("board:" + sitting);
        live.changed("chair:" + sitting);
        live.changed("desk:" + sitting);
        live.changed("gate:" + sitting);
    }
}
