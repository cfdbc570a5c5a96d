package org.yicheng.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.Exported;
import org.yicheng.testing.YichengTest;

/** The book of acts: written with its change or not at all, never rewritten unnoticed. */
@YichengTest
class JournalTest {

    private static final Instant THEN = Instant.parse("2024-01-26T06:59:59.123456789Z");

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    @BeforeEach
    void beginWithAnEmptyBook() {
        behindTheTrigger("delete from record.act");
        jdbc.execute("update record.head set number = 0, hash = repeat('0', 64)");
    }

    private static ActDraft draft(String subject) {
        return new ActDraft(
                THEN,
                "7d3c",
                "CHAIR",
                "assembly.question.put",
                subject,
                Optional.of("OL:25"),
                Map.of("title", "大会议程（草案）𬭼", "number", "1"));
    }

    private List<Act> written(int count) {
        List<ActDraft> drafts = IntStream.rangeClosed(1, count)
                .mapToObj(i -> draft("question:" + i))
                .toList();
        return transaction.execute(_ -> journal.append(drafts));
    }

    /** As somebody with the database's password could. */
    private void behindTheTrigger(String sql) {
        jdbc.execute("alter table record.act disable trigger act_append_only");
        try {
            jdbc.execute(sql);
        } finally {
            jdbc.execute("alter table record.act enable trigger act_append_only");
        }
    }

    private long offset() {
        return jdbc.queryForObject("select offset_millis from home.clock", Long.class);
    }

    @Test
    void anActNeedsTheTransactionOfItsChange() {
        assertThatThrownBy(() -> journal.append(List.of(draft("question:1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> journal.append(draft("question:1")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(journal.count(Journal.ActFilter.any(1))).isZero();
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoAct() {
        long before = offset();
        transaction.executeWithoutResult(status -> {
            jdbc.update("update home.clock set offset_millis = offset_millis + 60");
            journal.append(draft("question:1"));
            status.setRollbackOnly();
        });
        assertThat(offset()).isEqualTo(before);
        assertThat(journal.latest(Journal.ActFilter.any(10))).isEmpty();
        assertThat(written(1).getFirst().number()).isEqualTo(1);
    }

    @Test
    void anActThatCannotBeWrittenTakesItsChangeAlong() {
        long before = offset();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    jdbc.update("update home.clock set offset_millis = offset_millis + 60");
                    journal.append(draft("question:\0"));
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(offset()).isEqualTo(before);
        assertThat(journal.count(Journal.ActFilter.any(1))).isZero();
    }

    @Test
    void whatWasWrittenIsReadBackToTheMicrosecond() {
        Act act = written(1).getFirst();
        assertThat(act.at()).isEqualTo("2024-01-26T06:59:59.123456Z");
        assertThat(act.previous()).isEqualTo(Link.GENESIS);
        assertThat(act.ground()).contains("OL:25");
        assertThat(act.facts()).containsEntry("title", "大会议程（草案）𬭼");
        assertThat(journal.latest(Journal.ActFilter.any(10))).containsExactly(act);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record.act set actor = 'somebody else' where number = 1",
                "delete from record.act where number = 1",
                "update record.act set actor = actor where false",
                "truncate record.act"
            })
    void theDatabaseRefusesToRewriteTheBook(String sql) {
        List<Act> before = written(2);
        assertThatThrownBy(() -> jdbc.execute(sql)).hasMessageContaining("append-only");
        assertThat(journal.all()).containsExactlyElementsOf(before);
    }

    @ParameterizedTest(name = "{0}: the fault is at {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    update record.act set facts = replace(facts, '草案', '') where number = 3 | 3
                    update record.act set at = at + interval '1 microsecond' where number = 1 | 1
                    update record.act set ground = '' where number = 5                        | 5
                    update record.act set hash = repeat('a', 64) where number = 4             | 4
                    delete from record.act where number = 2                                   | 2
                    update record.act set number = 6 where number = 5                         | 5
                    """)
    void aRowChangedBehindTheTriggerIsFoundWithItsNumber(String sql, long number) {
        written(5);
        assertThat(journal.firstFault()).isEmpty();
        behindTheTrigger(sql);
        assertThat(journal.firstFault()).contains(number);
    }

    @Test
    void anEndCutOffIsFoundToo() {
        written(5);
        behindTheTrigger("delete from record.act where number >= 4");
        assertThat(journal.firstFault()).contains(4L);
        behindTheTrigger("delete from record.act");
        assertThat(journal.firstFault()).contains(1L);
    }

    @Test
    void aLastActPutInAnothersPlaceIsFoundThoughItsOwnHashIsRight() {
        Act last = written(2).getLast();
        Link forged = Link.after(
                last.previous(),
                2,
                new Link.Content(THEN, "nobody", "CHAIR", last.verb(), last.subject(), "OL:25", last.facts()));
        behindTheTrigger("update record.act set actor = 'nobody', hash = '" + forged.hash() + "' where number = 2");
        assertThat(journal.firstFault()).contains(2L);
    }

    @Test
    void manyWritersAtOnceMakeOneChain() {
        int writers = 16;
        int each = 20;
        try (ExecutorService crowd =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> all = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> appendOneByOne(writer, each), crowd))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
        List<Act> acts = journal.all().toList();
        assertThat(acts)
                .extracting(Act::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
        assertThat(acts).extracting(Act::subject).doesNotHaveDuplicates();
        assertThat(journal.firstFault()).isEmpty();
    }

    private void appendOneByOne(int writer, int count) {
        for (int i = 0; i < count; i++) {
            String subject = "question:" + writer + "-" + i;
            transaction.executeWithoutResult(_ -> journal.append(draft(subject)));
        }
    }

    @Test
    void theExportOverRestVerifiesAnywhereAndAChangedLetterIsFound() throws Exception {
        String auditor = auditor();
        written(3);
        String export = web.perform(get("/api/v1/record/export").header("Authorization", "Bearer " + auditor))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(verified(export)).isInstanceOf(Verification.Sound.class);
        assertThat(export.lines()).hasSize((int) journal.count(Journal.ActFilter.any(1)));
        assertThat(verified(export.replace("question:2", "question:9")))
                .isEqualTo(new Verification.Broken(numberOf(export, "question:2"), Verification.Fault.HASH));
    }

    private String auditor() {
        Accounts.Account account = accounts.create(Accounts.Kind.DEVICE, "auditor", "auditor", Optional.empty(), false);
        accounts.giveRole(account.id(), Role.AUDITOR, "*");
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private static Verification verified(String export) {
        return Verification.of(Exported.links(export).iterator());
    }

    private static long numberOf(String export, String subject) {
        return Exported.links(export).stream()
                .filter(link -> link.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .number();
    }
}
