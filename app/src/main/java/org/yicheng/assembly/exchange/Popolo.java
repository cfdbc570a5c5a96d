package org.yicheng.assembly.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.FurtherMotions;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;

/** Popolo documents of a body and the bodies under it. */
final class Popolo {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final List<FurtherMotions> further;

    private final Map<UUID, Map<String, Object>> persons = new LinkedHashMap<>();
    private final List<Map<String, Object>> organizations = new ArrayList<>();
    private final List<Map<String, Object>> memberships = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Map<String, Object>> motions = new ArrayList<>();
    private final List<Map<String, Object>> votes = new ArrayList<>();

    Popolo(Bodies bodies, Sittings sittings, Questions questions, List<FurtherMotions> further) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.further = further;
    }

    Map<String, Object> of(Body body) {
        add(body);
        bodies.childrenOf(body.id()).forEach(this::add);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("persons", List.copyOf(persons.values()));
        all.put("organizations", organizations);
        all.put("memberships", memberships);
        all.put("events", events);
        all.put("motions", motions);
        all.put("vote_events", votes);
        return all;
    }

    private void add(Body body) {
        Map<String, Object> organization = named(body.id(), body.name().zh());
        organization.put("classification", body.kind().name().toLowerCase(java.util.Locale.ROOT));
        organization.put(
                "other_names",
                List.of(
                        Map.of("name", body.name().en(), "lang", "en"),
                        Map.of("name", body.shortName().zh())));
        body.parent().ifPresent(parent -> organization.put("parent_id", parent));
        organizations.add(organization);
        for (Group group : bodies.groupsOf(body.id())) {
            Map<String, Object> part = named(groupId(body.id(), group.code()), group.name());
            part.put("classification", "delegation");
            part.put("parent_id", body.id());
            organizations.add(part);
        }
        bodies.membersOf(body.id()).forEach(this::add);
        for (Sitting sitting : sittings.ofBody(body.id())) {
            add(sitting);
            questions.ofSitting(sitting.id()).forEach(question -> add(sitting, question));
        }
        further.stream().flatMap(more -> more.of(body.id()).stream()).forEach(moved -> add(body, moved));
    }

    private static String groupId(String body, String group) {
        return body + "/" + group;
    }

    private void add(Member member) {
        persons.computeIfAbsent(member.person(), id -> named(id.toString(), member.name()));
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("id", member.mandate().toString());
        membership.put("person_id", member.person().toString());
        membership.put("organization_id", member.body());
        if (!member.group().isEmpty()) {
            membership.put("on_behalf_of_id", groupId(member.body(), member.group()));
        }
        membership.put("identifiers", List.of(Map.of("scheme", "member-number", "identifier", member.number())));
        membership.put("start_date", member.from().toString());
        member.to().ifPresent(to -> membership.put("end_date", to.toString()));
        memberships.add(membership);
    }

    private void add(Sitting sitting) {
        Map<String, Object> event = named(sitting.id(), sitting.name().zh());
        event.put("classification", "sitting");
        event.put("organization_id", sitting.body());
        event.put("location", sitting.hall());
        event.put("start_date", sitting.openedAt().orElse(sitting.plannedAt()).toString());
        sitting.closedAt().ifPresent(at -> event.put("end_date", at.toString()));
        event.put("status", sitting.state().name().toLowerCase(java.util.Locale.ROOT));
        events.add(event);
    }

    private void add(Sitting sitting, Question question) {
        Map<String, Object> motion = new LinkedHashMap<>();
        motion.put("id", question.id().toString());
        motion.put("organization_id", sitting.body());
        motion.put("legislative_session_id", sitting.subject());
        motion.put("text", question.title().zh());
        motion.put("classification", question.kind().name().toLowerCase(java.util.Locale.ROOT));
        motion.put("date", at(question.opened(), sitting));
        Optional<Outcome> outcome = question.outcome().filter(_ -> question.state() == Question.State.DECLARED);
        outcome.ifPresent(found -> {
            motion.put("requirement", found.explanation().zh());
            motion.put("result", result(found));
            if (found.result() != Outcome.Result.NOTED) {
                votes.add(vote(sitting, question, found));
            }
        });
        motions.add(motion);
    }

    /** What members moved; its votes are those of the questions that were put about it. */
    private void add(Body body, FurtherMotions.Moved moved) {
        Map<String, Object> motion = new LinkedHashMap<>();
        motion.put("id", moved.id().toString());
        motion.put("identifiers", List.of(Map.of("scheme", "number", "identifier", moved.number())));
        motion.put("organization_id", body.id());
        motion.put("legislative_session_id", moved.session());
        moved.sponsors().stream().findFirst().ifPresent(lead -> motion.put("creator_id", lead.toString()));
        motion.put(
                "sponsors",
                moved.sponsors().stream()
                        .map(person -> Map.of("person_id", person.toString()))
                        .toList());
        moved.mover().ifPresent(mover -> motion.put("on_behalf_of", mover));
        motion.put("text", moved.text());
        motion.put("classification", moved.classification());
        motion.put("date", moved.date().toString());
        moved.requirement().ifPresent(requirement -> motion.put("requirement", requirement));
        moved.result().ifPresent(result -> motion.put("result", result));
        motion.put(
                "vote_events",
                moved.questions().stream()
                        .map(question -> Map.of("id", voteId(question), "motion_id", question.toString()))
                        .toList());
        motions.add(motion);
    }

    private static String voteId(UUID question) {
        return "vote-" + question;
    }

    private Map<String, Object> vote(Sitting sitting, Question question, Outcome outcome) {
        Map<String, Object> vote = new LinkedHashMap<>();
        vote.put("id", voteId(question.id()));
        vote.put("motion_id", question.id().toString());
        vote.put("organization_id", sitting.body());
        vote.put("start_date", at(question.opened(), sitting));
        question.closed().ifPresent(at -> vote.put("end_date", at.toString()));
        vote.put("result", result(outcome));
        vote.put(
                "counts",
                List.of(
                        count("yes", outcome.votes().votesFor()),
                        count("no", outcome.votes().against()),
                        count("abstain", outcome.votes().abstain()),
                        count("not voting", outcome.votes().notPressed())));
        vote.put("votes", named(sitting.body(), question));
        return vote;
    }

    /** Only a recorded vote has names. */
    private List<Map<String, Object>> named(String body, Question question) {
        Map<String, String> persons = new TreeMap<>();
        bodies.membersOf(body)
                .forEach(member -> persons.put(member.number(), member.person().toString()));
        List<Map<String, Object>> named = new ArrayList<>();
        for (Questions.Named one : questions.recorded(question.id())) {
            Map<String, Object> vote = new LinkedHashMap<>();
            vote.put("voter_id", persons.getOrDefault(one.memberNumber(), one.memberNumber()));
            vote.put("option", option(one.mark()));
            named.add(vote);
        }
        return named;
    }

    private static String option(Mark mark) {
        return switch (mark) {
            case FOR -> "yes";
            case AGAINST -> "no";
            case ABSTAIN -> "abstain";
        };
    }

    private static String result(Outcome outcome) {
        return switch (outcome.result()) {
            case ADOPTED -> "pass";
            case REJECTED -> "fail";
            case VOID -> "void";
            case NOTED -> "noted";
        };
    }

    private static Map<String, Object> count(String option, int value) {
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("option", option);
        count.put("value", value);
        return count;
    }

    private static String at(Optional<Instant> instant, Sitting sitting) {
        return instant.or(sitting::openedAt).orElse(sitting.plannedAt()).toString();
    }

    private static Map<String, Object> named(String id, String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("name", name);
        return map;
    }
}
