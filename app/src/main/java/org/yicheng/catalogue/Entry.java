package org.yicheng.catalogue;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;

/**
 * Something that may be found.
 *
 * @param id of the entry, e.g. {@code document:…:2}
 * @param subject what it belongs to in the record of acts, e.g. {@code document:…}
 * @param kind the key of the word for what it is, e.g. {@code library.entry}
 * @param place the body it belongs to; empty string if none
 */
public record Entry(String id, String subject, String kind, String place, Said said, Seen seen, Facts facts) {

    /**
     * Its words.
     *
     * @param text what full text searches beside the title, one paragraph a line
     * @param gist further texts by which it is compared with others, beside the title: 案由, each piece of advice
     * @param names of persons, found also by pinyin
     */
    public record Said(Bilingual title, String text, List<String> gist, List<String> names) {

        public Said {
            gist = List.copyOf(gist);
            names = List.copyOf(names);
        }

        public static Said of(String title, String text) {
            return new Said(new Bilingual(title, title), text, List.of(), List.of());
        }
    }

    /**
     * Who may find it: whoever holds one of the keys, from an instant on.
     *
     * @param keys made by {@link #EVERYBODY}, {@link #may}, or by a module that also names who holds them ({@link ReaderKeys})
     */
    public record Seen(Set<String> keys, Instant from) {

        public static final String EVERYBODY = "PUBLIC";

        public Seen {
            keys = Set.copyOf(keys);
        }

        public static Seen everybody() {
            return new Seen(Set.of(EVERYBODY), Instant.EPOCH);
        }

        /** Whoever has the permission in the body, or everywhere. */
        public static Seen may(String body, Permission... permissions) {
            Set<String> keys = new LinkedHashSet<>();
            for (Permission permission : permissions) {
                keys.add(key(body, permission));
                keys.add(key(Caller.EVERYWHERE, permission));
            }
            return new Seen(keys, Instant.EPOCH);
        }

        public static String key(String scope, Permission permission) {
            return "MAY:" + scope + ":" + permission;
        }
    }

    /** Which side of a match it is on. */
    public enum Side {
        NONE,
        DEMAND,
        SUPPLY
    }

    /**
     * What is shown with it.
     *
     * @param href of its page
     * @param number as printed, empty string if none
     * @param state what became of it; empty strings if nothing is to be said
     */
    public record Facts(String href, String number, Optional<Instant> at, Bilingual state, Side side, boolean demo) {

        public static final Bilingual NOTHING = new Bilingual("", "");

        public static Facts of(String href, boolean demo) {
            return new Facts(href, "", Optional.empty(), NOTHING, Side.NONE, demo);
        }
    }
}
