package org.yicheng.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yicheng.chain.Verification.Broken;
import org.yicheng.chain.Verification.Fault;

class VerificationTest {

    private static final Instant NOON = Instant.parse("2024-01-28T04:00:00Z");

    private static List<Link> journal(int lines) {
        List<Link> links = new ArrayList<>();
        String previous = Link.GENESIS;
        for (int i = 1; i <= lines; i++) {
            Link link = Link.after(
                    previous,
                    i,
                    new Link.Content(
                            NOON.plusNanos(i * 1_234_567L),
                            "a" + i,
                            "CHAIR",
                            "assembly.question.put",
                            "question:" + i,
                            "OL:25",
                            Map.of("b", "2", "a", "会")));
            links.add(link);
            previous = link.hash();
        }
        return links;
    }

    @Test
    void aWholeJournalIsSound() {
        List<Link> links = journal(50);
        assertThat(Verification.of(links.iterator()))
                .isEqualTo(new Verification.Sound(50, links.getLast().hash()));
    }

    @Test
    void anEmptyJournalIsSound() {
        assertThat(Verification.of(List.<Link>of().iterator())).isEqualTo(new Verification.Sound(0, Link.GENESIS));
    }

    @Test
    void aChangedFieldIsFound() {
        List<Link> links = journal(5);
        Link third = links.get(2);
        links.set(
                2,
                new Link(
                        3,
                        third.at(),
                        "somebody else",
                        third.role(),
                        third.verb(),
                        third.subject(),
                        third.ground(),
                        third.facts(),
                        third.previous(),
                        third.hash()));
        assertThat(Verification.of(links.iterator())).isEqualTo(new Broken(3, Fault.HASH));
    }

    @Test
    void aMissingLineIsFound() {
        List<Link> links = journal(5);
        links.remove(3);
        assertThat(Verification.of(links.iterator())).isEqualTo(new Broken(4, Fault.NUMBER));
    }

    @Test
    void aRecomputedLineIsFoundAtTheNextOne() {
        List<Link> links = journal(5);
        Link second = links.get(1);
        links.set(
                1,
                Link.after(
                        second.previous(),
                        2,
                        new Link.Content(
                                second.at(),
                                "forged",
                                second.role(),
                                second.verb(),
                                second.subject(),
                                second.ground(),
                                second.facts())));
        assertThat(Verification.of(links.iterator())).isEqualTo(new Broken(3, Fault.PREVIOUS));
    }

    @Test
    void fieldsCannotRunIntoEachOther() {
        Link one = Link.after(Link.GENESIS, 1, new Link.Content(NOON, "ab", "c", "v", "s", "", Map.of()));
        Link other = Link.after(Link.GENESIS, 1, new Link.Content(NOON, "a", "bc", "v", "s", "", Map.of()));
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
