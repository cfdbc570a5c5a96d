package org.yicheng.debate.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.AssemblyEvent;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.debate.DebateRules.When;
import org.yicheng.party.Permission;

/** Listens to the kernel: what was decided moves amendments, parts, motions and items on, in the same transaction. */
@Component
class Decided {

    private final JdbcClient jdbc;
    private final Amending amending;
    private final Workflows workflows;
    private final MotionRows motions;
    private final ConsentVotes consents;
    private final Halls halls;
    private final Acts acts;

    Decided(
            JdbcClient jdbc,
            Amending amending,
            Workflows workflows,
            MotionRows motions,
            ConsentVotes consents,
            Halls halls,
            Acts acts) {
        this.jdbc = jdbc;
        this.amending = amending;
        this.workflows = workflows;
        this.motions = motions;
        this.consents = consents;
        this.halls = halls;
        this.acts = acts;
    }

    @EventListener
    void put(AssemblyEvent.QuestionPut event) {
        String[] subject = event.question().subject().split(":");
        if (subject.length == 3 && subject[0].equals("debate") && subject[1].equals("motion")) {
            workflows.follow(UUID.fromString(subject[2]), When.PUT);
        }
    }

    /** A vote that was void because the devices failed is taken by hands: it is about the same motion and items. */
    @EventListener
    void putAgain(AssemblyEvent.QuestionPutAgain event) {
        jdbc.sql("""
                        insert into debate.asked (question, motion, about)
                        select :again, motion, about from debate.asked where question = :first
                        """)
                .param("again", event.again().id())
                .param("first", event.first().id())
                .update();
        jdbc.sql("""
                        insert into debate.consent (question, item)
                        select :again, item from debate.consent where question = :first
                        """)
                .param("again", event.again().id())
                .param("first", event.first().id())
                .update();
    }

    @EventListener
    void decided(AssemblyEvent.QuestionDecided event) {
        String[] subject = event.question().subject().split(":");
        if (subject.length < 3 || !subject[0].equals("debate")) {
            return;
        }
        Outcome.Result result = event.outcome().result();
        switch (subject[1]) {
            case "amendment" -> {
                if (result != Outcome.Result.VOID) {
                    amending.decided(UUID.fromString(subject[2]), result == Outcome.Result.ADOPTED, "");
                }
            }
            case "part" -> part(UUID.fromString(subject[2]), Integer.parseInt(subject[3]), result);
            case "motion" -> when(result).ifPresent(way -> workflows.follow(UUID.fromString(subject[2]), way));
            case "move" -> {
                if (result == Outcome.Result.ADOPTED) {
                    workflows.carried(UUID.fromString(subject[2]), subject[3]);
                }
            }
            case "consent" -> {
                if (result == Outcome.Result.ADOPTED) {
                    consent(event.question());
                }
            }
            default -> {
                // An appeal from a ruling changes nothing stored here: its result is the question's.
            }
        }
    }

    private static Optional<When> when(Outcome.Result result) {
        return switch (result) {
            case ADOPTED -> Optional.of(When.ADOPTED);
            case REJECTED -> Optional.of(When.REJECTED);
            case VOID -> Optional.of(When.VOID);
            case NOTED -> Optional.empty();
        };
    }

    private void part(UUID motion, int number, Outcome.Result result) {
        if (result == Outcome.Result.VOID) {
            return;
        }
        String state = result == Outcome.Result.ADOPTED ? "KEPT" : "DROPPED";
        motions.part(motion, number, state);
        acts.write(
                Permission.QUESTION_MOVE,
                "debate.motion.part",
                JdbcMotions.subject(motion),
                "part",
                number,
                "to",
                state);
    }

    private void consent(Question question) {
        for (UUID item : consents.items(question.id())) {
            jdbc.sql("update debate.item set state = 'DONE' where id = :id")
                    .param("id", item)
                    .update();
            jdbc.sql("select motion from debate.item where id = :id and motion is not null")
                    .param("id", item)
                    .query((row, _) -> Rows.uuid(row, "motion"))
                    .optional()
                    .ifPresent(motion -> workflows.follow(motion, When.ADOPTED));
            acts.write(
                    Permission.QUESTION_MOVE,
                    "debate.item.consent",
                    JdbcAgendas.subject(item),
                    "question",
                    question.id());
        }
        halls.changed(question.sitting());
    }
}
