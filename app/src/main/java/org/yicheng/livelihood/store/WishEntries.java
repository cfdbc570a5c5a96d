package org.yicheng.livelihood.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** What the catalogue finds of wishes: by clerks from their receipt, by everybody once they are accepted; never a contact. */
@Component
class WishEntries implements Source {

    private final WishRows rows;
    private final Rounds rounds;
    private final Words words;

    WishEntries(WishRows rows, Rounds rounds, Words words) {
        this.rows = rows;
        this.rounds = rounds;
        this.words = words;
    }

    @Override
    public String prefix() {
        return JdbcWishes.SUBJECT;
    }

    @Override
    public List<String> subjects() {
        return rows.all().stream().map(id -> JdbcWishes.SUBJECT + id).toList();
    }

    @Override
    public List<Entry> entries(String subject) {
        return rows
                .byId(UUID.fromString(subject.substring(JdbcWishes.SUBJECT.length())))
                .filter(wish -> wish.state() != Wish.State.REFUSED)
                .flatMap(wish -> rounds.byId(wish.round()).map(round -> entry(wish, round)))
                .stream()
                .toList();
    }

    private Entry entry(Wish wish, Round round) {
        String id = JdbcWishes.SUBJECT + wish.id();
        String state = "livelihood.wish-is-" + wish.state();
        return new Entry(
                id,
                id,
                "livelihood.wish",
                round.body(),
                new Entry.Said(new Bilingual(wish.title(), wish.title()), wish.text(), List.of(wish.text()), List.of()),
                wish.open() ? Entry.Seen.everybody() : Entry.Seen.may(round.body(), Permission.LIVELIHOOD_KEEP),
                new Entry.Facts(
                        "/livelihood/wishes/" + wish.id() + (wish.open() ? "" : "/desk"),
                        words.say(Language.ZH, "livelihood.wish-number", "n", wish.number()),
                        Optional.of(wish.received()),
                        new Bilingual(words.say(Language.ZH, state), words.say(Language.EN, state)),
                        Entry.Side.DEMAND,
                        wish.demo()));
    }
}
