package org.yicheng.livelihood.delivery.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.Districts;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.rule.Bilingual;

/**
 * A card as its page shows it.
 *
 * @param organs every organ that could assist
 */
public record CardView(Card card, List<Photo> photos, List<District> drawing, List<Organ> organs) {

    /** Those of a stage that are not taken back. */
    public List<Photo> shown(Photo.Stage stage) {
        return photos.stream()
                .filter(one -> one.withdrawn().isEmpty() && one.stage() == stage)
                .toList();
    }

    /** Those of a progress report that are not taken back. */
    public List<Photo> shown(Card.Report report) {
        return photos.stream()
                .filter(one -> one.withdrawn().isEmpty()
                        && one.report()
                                .filter(number -> number == report.number())
                                .isPresent())
                .toList();
    }

    public boolean pictured() {
        return photos.stream().anyMatch(one -> one.withdrawn().isEmpty());
    }

    public List<Photo> withdrawn() {
        return photos.stream().filter(one -> one.withdrawn().isPresent()).toList();
    }

    /** The organs that assist, by name. */
    public List<Bilingual> assisting() {
        return card.basics().assisting().stream().map(this::organ).toList();
    }

    private Bilingual organ(String id) {
        return organs.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Organ::name)
                .orElse(new Bilingual(id, id));
    }

    public Optional<Bilingual> district(String code) {
        return drawing.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(District::name);
    }

    public List<Bilingual> districts() {
        return card.districts().stream()
                .map(this::district)
                .flatMap(Optional::stream)
                .toList();
    }

    public String sites() {
        return CardForm.sites(card, drawing);
    }

    public String yearly() {
        return CardForm.yearly(card);
    }

    /** Finds what a card's page shows. */
    @Component
    static class Finder {

        private final Cards cards;
        private final Photos photos;
        private final Districts districts;
        private final Organs organs;

        Finder(Cards cards, Photos photos, Districts districts, Organs organs) {
            this.cards = cards;
            this.photos = photos;
            this.districts = districts;
            this.organs = organs;
        }

        CardView of(Round round, Delivery delivery) {
            return new CardView(
                    cards.of(delivery.id()),
                    photos.of(delivery.id()),
                    districts.of(round.body()),
                    organs.list().stream()
                            .filter(one -> !one.id().equals(delivery.plan().organ()))
                            .toList());
        }
    }
}
