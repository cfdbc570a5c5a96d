package org.yicheng.assembly.hall.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.Seatings.Order;
import org.yicheng.document.NameOrder;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Seats people: delegations in the body's order, within each 以姓名笔画为序. */
@Component
class SeatOrder {

    private static final int SHOWN = 50;

    private final NameOrder names;

    SeatOrder(NameOrder names) {
        this.names = names;
    }

    /** Whom to seat and how. */
    record Wish(
            Hall hall, Order how, List<String> rostrum, List<Group> groups, List<Member> members, List<Guest> guests) {}

    /** Mandates and guests by seat. */
    record Plan(Map<String, UUID> members, Map<String, UUID> guests) {}

    Ruling<Plan> seats(Wish wish) {
        List<Refusal> faults = new ArrayList<>();
        Map<String, UUID> members = new LinkedHashMap<>();
        List<Member> onRostrum = onRostrum(wish, faults);
        fill(members, wish.hall().in(Seat.Area.ROSTRUM), onRostrum, "rostrum", faults);
        List<Member> others = wish.members().stream()
                .filter(member -> !onRostrum.contains(member))
                .toList();
        if (wish.how() == Order.AS_IN_ROSTER) {
            asInRoster(members, wish.hall(), others, faults);
        } else {
            fill(members, floor(wish), sorted(others, wish.groups()), "order", faults);
        }
        Map<String, UUID> guests = new LinkedHashMap<>();
        for (Guest.Kind kind : Guest.Kind.values()) {
            guests.putAll(guests(wish, kind));
        }
        return faults.isEmpty() ? Ruling.granted(new Plan(members, guests)) : Ruling.refused(faults);
    }

    private static List<Member> onRostrum(Wish wish, List<Refusal> faults) {
        Map<String, Member> known =
                wish.members().stream().collect(Collectors.toMap(Member::number, Function.identity()));
        List<Member> found = new ArrayList<>();
        for (String number : wish.rostrum()) {
            Member member = known.get(number);
            if (member == null) {
                faults.add(Refusal.at("rostrum", "hall.member-unknown", "value", number));
            } else if (found.contains(member)) {
                faults.add(Refusal.at("rostrum", "hall.member-twice", "value", number));
            } else {
                found.add(member);
            }
        }
        return found;
    }

    private static void fill(
            Map<String, UUID> plan, List<Seat> seats, List<Member> members, String field, List<Refusal> faults) {
        if (members.size() > seats.size()) {
            faults.add(Refusal.at(
                    field,
                    "hall.seats-few",
                    "needed",
                    members.size(),
                    "seats",
                    seats.size(),
                    "missing",
                    members.size() - seats.size()));
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            plan.put(seats.get(i).code(), members.get(i).mandate());
        }
    }

    /** The floor in the order in which it is filled. */
    private static List<Seat> floor(Wish wish) {
        List<Seat> seats = wish.hall().in(Seat.Area.FLOOR);
        Comparator<Seat> rows = Comparator.comparingInt(Seat::rank).thenComparingInt(Seat::number);
        if (wish.how() == Order.BY_ROW) {
            return seats.stream().sorted(rows).toList();
        }
        List<String> blocks = wish.hall().blocks();
        return seats.stream()
                .sorted(Comparator.comparingInt((Seat seat) -> blocks.indexOf(seat.block()))
                        .thenComparing(rows))
                .toList();
    }

    List<Member> sorted(List<Member> members, List<Group> groups) {
        List<String> codes = groups.stream().map(Group::code).toList();
        Comparator<String> strokes = names.byStrokes(NameOrder.SingleName.AS_ZERO);
        return members.stream()
                .sorted(Comparator.comparingInt((Member member) -> codes.indexOf(member.group()))
                        .thenComparing(Member::name, strokes)
                        .thenComparing(Member::number))
                .toList();
    }

    private static void asInRoster(Map<String, UUID> plan, Hall hall, List<Member> members, List<Refusal> faults) {
        Map<String, Seat> seats = new HashMap<>();
        hall.in(Seat.Area.FLOOR).forEach(seat -> seats.put(seat.code(), seat));
        for (Member member : members) {
            Optional<Seat> seat = Optional.ofNullable(seats.get(plain(member.seat())));
            if (faults.size() >= SHOWN) {
                return;
            }
            if (seat.isEmpty()) {
                faults.add(Refusal.at(
                        "order", "hall.roster-seat-unknown", "number", member.number(), "value", member.seat()));
            } else if (plan.putIfAbsent(seat.get().code(), member.mandate()) != null) {
                faults.add(Refusal.at(
                        "order", "hall.roster-seat-twice", "number", member.number(), "value", member.seat()));
            }
        }
    }

    /** The roster writes 01-08, the hall 1-8. */
    private static String plain(String seat) {
        return seat.strip().replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }

    /** Guests take the seats there are, observers by organisation; who comes after the last seat stands. */
    private Map<String, UUID> guests(Wish wish, Guest.Kind kind) {
        Comparator<String> strokes = names.byStrokes(NameOrder.SingleName.AS_ZERO);
        List<Guest> sorted = wish.guests().stream()
                .filter(guest -> guest.kind() == kind)
                .sorted(Comparator.comparing(Guest::name, strokes).thenComparing(Guest::card))
                .toList();
        List<Seat> seats = wish.hall().in(kind.area());
        Map<String, UUID> plan = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(sorted.size(), seats.size()); i++) {
            plan.put(seats.get(i).code(), sorted.get(i).id());
        }
        return plan;
    }
}
