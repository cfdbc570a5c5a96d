package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.CommitteeMeetings;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Lamp;

/** A committee's meetings are sessions of its body; its calendar is told from their sittings. */
@Component
class JdbcCommitteeMeetings implements CommitteeMeetings {

    private static final String SUBJECT = "congress-session:";
    private static final int MONTHS = 2;
    private static final int LONGEST_HALL = 60;
    private static final int MOST_MEETINGS = 999;
    private static final int MOST_ITEMS = 40;
    private static final int LONGEST_ITEM = 200;

    private final Committees committees;
    private final Sessions sessions;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Clock clock;

    JdbcCommitteeMeetings(
            Committees committees,
            Sessions sessions,
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Clock clock) {
        this.committees = committees;
        this.sessions = sessions;
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Session> convene(String parent, NewMeeting meeting) {
        Optional<Body> committee = committees.of(parent);
        List<Refusal> reasons = against(parent, committee, meeting);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Body body = committee.orElseThrow();
        String hall = meeting.hall().strip();
        LocalDate day = day(meeting.plannedAt());
        String word = "第" + ChineseNumerals.of(meeting.number()) + "次会议";
        Session session = sessions.plan(
                        new Sessions.NewSession(
                                body.id() + "-" + meeting.number(),
                                body.id(),
                                meeting.number(),
                                new Bilingual(
                                        body.name().zh() + word,
                                        "Meeting " + meeting.number() + " of the "
                                                + lower(body.name().en())),
                                new Bilingual(
                                        body.shortName().zh() + word,
                                        body.shortName().en() + ", meeting " + meeting.number()),
                                day,
                                day,
                                hall,
                                body.demo()),
                        kind(parent))
                .orThrow();
        Sitting sitting =
                sessions.preparePlenary(session.id(), 1, meeting.plannedAt()).orThrow();
        list(session, sitting, meeting);
        return sessions.take(session.id(), SessionStep.CONVENE);
    }

    private static String lower(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String kind(String parent) {
        return congress(parent) ? "cn-standing-committee" : "cn-cppcc-standing-committee";
    }

    private boolean congress(String parent) {
        return bodies.byId(parent)
                .filter(body -> body.kind() == Body.Kind.CONGRESS)
                .isPresent();
    }

    /** The agenda is put to the vote first; then what is heard, then what is voted on. */
    private void list(Session session, Sitting sitting, NewMeeting meeting) {
        List<String> items = new ArrayList<>(meeting.heard());
        items.addAll(meeting.voted());
        StringBuilder agenda = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            agenda.append(ChineseNumerals.of(i + 1))
                    .append('、')
                    .append(items.get(i))
                    .append('\n');
        }
        put(
                session,
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual("会议议程（草案）", "Agenda (draft)"),
                agenda.toString().strip(),
                meeting.mode());
        meeting.heard()
                .forEach(item ->
                        put(session, sitting, Question.Kind.HEARING, new Bilingual(item, item), "", meeting.mode()));
        meeting.voted()
                .forEach(item ->
                        put(session, sitting, Question.Kind.RESOLUTION, new Bilingual(item, item), "", meeting.mode()));
    }

    private void put(
            Session session, Sitting sitting, Question.Kind kind, Bilingual title, String text, VotingMode mode) {
        questions.list(
                new Questions.NewQuestion(sitting.id(), kind, title, text, "congress-item:" + session.id(), mode));
    }

    private List<Refusal> against(String parent, Optional<Body> committee, NewMeeting meeting) {
        List<Refusal> reasons = new ArrayList<>();
        if (committee.isEmpty()) {
            reasons.add(Refusal.by(RHYTHM, "congress.committee-none", "body", parent));
        }
        String hall = meeting.hall().strip();
        if (hall.isEmpty() || hall.length() > LONGEST_HALL) {
            reasons.add(Refusal.at("hall", "congress.committee-hall", "value", hall.length(), "most", LONGEST_HALL));
        }
        if (meeting.plannedAt().isBefore(clock.instant())) {
            reasons.add(Refusal.at("at", "congress.committee-past", "value", day(meeting.plannedAt())));
        }
        if (meeting.number() < 1 || meeting.number() > MOST_MEETINGS) {
            reasons.add(
                    Refusal.at("number", "congress.session-number", "value", meeting.number(), "most", MOST_MEETINGS));
        }
        committee
                .filter(body -> numbers(body.id()).contains(meeting.number()))
                .ifPresent(body -> reasons.add(
                        Refusal.at("number", "congress.committee-number-taken", "value", meeting.number())));
        reasons.addAll(agendaFaults(meeting));
        return reasons;
    }

    private static List<Refusal> agendaFaults(NewMeeting meeting) {
        List<Refusal> reasons = new ArrayList<>();
        List<String> items = new ArrayList<>(meeting.heard());
        items.addAll(meeting.voted());
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            reasons.add(Refusal.at("voted", "congress.committee-items", "value", items.size(), "most", MOST_ITEMS));
        }
        items.stream()
                .filter(item -> item.isBlank() || item.length() > LONGEST_ITEM)
                .forEach(item -> reasons.add(
                        Refusal.at("voted", "assembly.title-length", "value", item.length(), "most", LONGEST_ITEM)));
        if (meeting.mode() != VotingMode.SHOW_OF_HANDS
                && meeting.mode() != VotingMode.ELECTRONIC_UNRECORDED
                && meeting.mode() != VotingMode.ELECTRONIC_RECORDED) {
            reasons.add(Refusal.at(
                    "mode", "congress.committee-mode", "value", meeting.mode().name()));
        }
        return reasons;
    }

    private List<Integer> numbers(String committee) {
        return sessions.all().stream()
                .filter(session -> session.body().equals(committee))
                .map(Session::number)
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PlatformClock.SHANGHAI);
    }

    @Override
    public Optional<Calendar> of(String parent) {
        return committees.of(parent).map(committee -> calendar(parent, committee));
    }

    private Calendar calendar(String parent, Body committee) {
        List<Sitting> meetings = sittings.ofBody(committee.id()).stream()
                .sorted(Comparator.comparing(Sitting::plannedAt))
                .toList();
        List<Sitting> held = meetings.stream()
                .filter(meeting -> meeting.openedAt().isPresent())
                .toList();
        List<Member> members = bodies.membersOf(committee.id()).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .toList();
        LocalDate today = day(clock.instant());
        LocalDate from = members.stream()
                .map(Member::from)
                .min(Comparator.naturalOrder())
                .orElse(today);
        List<Gap> gaps = new ArrayList<>();
        for (Sitting meeting : held) {
            LocalDate until = from.plusMonths(MONTHS);
            LocalDate on = day(meeting.openedAt().orElseThrow());
            if (on.isAfter(until)) {
                gaps.add(new Gap(meeting(meeting), from, until));
            }
            from = on;
        }
        LocalDate until = from.plusMonths(MONTHS);
        long left = ChronoUnit.DAYS.between(today, until);
        return new Calendar(
                committee,
                members.size(),
                meetings.stream().map(this::meeting).toList(),
                from,
                until,
                meetings.stream()
                        .filter(meeting -> meeting.openedAt().isEmpty())
                        .findFirst()
                        .map(this::meeting),
                numbers(committee.id()).stream().max(Comparator.naturalOrder()).orElse(0) + 1,
                congress(parent) ? Optional.of(lamp(left, ChronoUnit.DAYS.between(from, until))) : Optional.empty(),
                left,
                congress(parent) ? List.copyOf(gaps) : List.of());
    }

    /** A meeting of one sitting is called by its own name, a further sitting by both. */
    private Meeting meeting(Sitting sitting) {
        Optional<Session> session = Optional.of(sitting.subject())
                .filter(subject -> subject.startsWith(SUBJECT))
                .flatMap(subject -> sessions.byId(subject.substring(SUBJECT.length())));
        Bilingual name = session.map(Session::shortName)
                .map(own -> sitting.number() == 1
                        ? own
                        : new Bilingual(
                                own.zh() + sitting.name().zh(),
                                own.en() + ", " + sitting.name().en()))
                .orElse(sitting.name());
        return new Meeting(sitting, session.map(Session::id), name);
    }

    /** As every limit's: exactly a third left is near (matter.lamps). */
    private static Lamp lamp(long left, long all) {
        if (left < 0) {
            return Lamp.LATE;
        }
        return 3 * left > all ? Lamp.OK : Lamp.NEAR;
    }
}
