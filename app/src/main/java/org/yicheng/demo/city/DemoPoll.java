package org.yicheng.demo.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;

/** The demo city's residents' poll on this year's candidates: paper ballots of deputies' stations, invented by a fixed seed. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoPoll {

    /**
     * @param fen the money frame, in fen
     * @param ballots how many are invented
     */
    record PollText(LocalDate opens, LocalDate closes, long wan, int ballots, List<DistrictText> districts) {}

    /** @param share of a hundred ballots @param likes how much each candidate is wanted there, by number, of a hundred */
    record DistrictText(String name, int share, List<Integer> likes) {}

    private static final long FEN_OF_WAN = 1_000_000;
    private static final long SEED = 20240126;
    private static final int HUNDRED = 100;
    private static final int UNSAID = 15;

    private final Polls polls;

    DemoPoll(Polls polls) {
        this.polls = polls;
    }

    /** After the candidates are entered and before the list is fixed. */
    void load(Round round, PollText text) {
        Poll poll = polls.set(
                        round.id(),
                        new Poll.Terms(
                                text.opens(),
                                text.closes(),
                                text.wan() * FEN_OF_WAN,
                                0,
                                text.districts().stream()
                                        .map(DistrictText::name)
                                        .toList()))
                .orThrow();
        Random chance = new Random(SEED);
        int days = Math.toIntExact(Round.days(text.opens(), text.closes()));
        for (int i = 0; i < text.ballots(); i++) {
            polls.enter(round.id(), text.opens().plusDays(chance.nextInt(days)), ballot(poll, text, chance))
                    .orThrow();
        }
        polls.close(round.id()).orThrow();
    }

    private static Marks ballot(Poll poll, PollText text, Random chance) {
        DistrictText district = district(text, chance.nextInt(HUNDRED));
        List<UUID> marked = new ArrayList<>();
        long sum = 0;
        List<Poll.Item> order = new ArrayList<>(poll.items());
        java.util.Collections.shuffle(order, chance);
        for (Poll.Item item : order) {
            boolean wanted = chance.nextInt(HUNDRED) < district.likes().get(item.number() - 1);
            if (wanted && sum + item.fen() <= poll.terms().fen()) {
                marked.add(item.project());
                sum += item.fen();
            }
        }
        if (marked.isEmpty()) {
            marked.add(order.getFirst().project());
        }
        return new Marks(
                marked,
                chance.nextInt(HUNDRED) < UNSAID ? "" : district.name(),
                said(chance, Marks.Age.values()),
                said(chance, Marks.Sex.values()));
    }

    private static DistrictText district(PollText text, int at) {
        int below = 0;
        for (DistrictText one : text.districts()) {
            below += one.share();
            if (at < below) {
                return one;
            }
        }
        return text.districts().getLast();
    }

    private static <E> Optional<E> said(Random chance, E[] values) {
        return chance.nextInt(HUNDRED) < UNSAID ? Optional.empty() : Optional.of(values[chance.nextInt(values.length)]);
    }
}
