package org.yicheng.debate.store;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.AgendaItem;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Questions by which the items of a consent agenda are adopted together. */
@Component
class ConsentVotes {

    static final String SUBJECT = "debate:consent:";

    private final JdbcClient jdbc;
    private final Questions questions;
    private final Words words;

    ConsentVotes(JdbcClient jdbc, Questions questions, Words words) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.words = words;
    }

    Question list(String sitting, List<AgendaItem> items, VotingMode mode) {
        String text =
                items.stream().map(item -> item.number() + item.title().zh()).collect(Collectors.joining("\n"));
        Question question = questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                new Bilingual(
                        words.say(Language.ZH, "debate.consent-title", "n", items.size()),
                        words.say(Language.EN, "debate.consent-title", "n", items.size())),
                text,
                SUBJECT + sitting,
                mode));
        items.forEach(item -> jdbc.sql("insert into debate.consent (question, item) values (:question, :item)")
                .param("question", question.id())
                .param("item", item.id())
                .update());
        return question;
    }

    /** Whether a question on this item with others has been put: then nobody can take it out any more. */
    boolean isPut(UUID item) {
        return questionsOn(item).stream()
                .map(questions::byId)
                .flatMap(java.util.Optional::stream)
                .anyMatch(question -> switch (question.state()) {
                    case PUT, VOTING, CLOSED -> true;
                    case LISTED, DECLARED, WITHDRAWN, DEFERRED -> false;
                });
    }

    private List<UUID> questionsOn(UUID item) {
        return jdbc.sql("select question from debate.consent where item = :item")
                .param("item", item)
                .query((row, _) -> Rows.uuid(row, "question"))
                .list();
    }

    /** The items a question adopts: those nobody took out before it was put. */
    List<UUID> items(UUID question) {
        return jdbc.sql("""
                        select c.item from debate.consent c join debate.item i on i.id = c.item
                         where c.question = :question and i.taken_out = '' order by i.position
                        """)
                .param("question", question)
                .query((row, _) -> Rows.uuid(row, "item"))
                .list();
    }
}
