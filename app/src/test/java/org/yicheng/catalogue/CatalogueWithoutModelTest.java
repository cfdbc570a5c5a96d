package org.yicheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.catalogue.Catalogue.Asked;
import org.yicheng.catalogue.Catalogue.Way;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.YichengTest;

/** With the model switched off, and with an index that is lost or stands elsewhere. */
@YichengTest
class CatalogueWithoutModelTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private void put(String id, String title) {
        Entry entry = new Entry(
                id,
                id,
                "library.entry",
                "",
                Entry.Said.of(title, ""),
                Entry.Seen.everybody(),
                new Entry.Facts("/x", "", Optional.empty(), new Bilingual("", ""), Entry.Side.NONE, true));
        transaction.executeWithoutResult(_ -> catalogue.put(entry));
    }

    private long total(String words) {
        return catalogue.search(new Asked(words, "", "", ""), 0, 20).total();
    }

    @Test
    void sharedPiecesTellWhatIsAlike() {
        put("a:1", "关于解决小区物业乱收费问题的提案");
        put("a:2", "关于加强物业费公示与监督的建议");
        put("a:3", "关于推进高标准农田建设的建议");
        catalogue.follow();

        Catalogue.Alikes alikes = catalogue.similar("关于规范物业收费的建议", List.of(), "");

        assertThat(catalogue.model()).isFalse();
        assertThat(alikes.way()).isEqualTo(Way.WORDS);
        assertThat(alikes.entries())
                .extracting(one -> one.line().id())
                .startsWith("a:1")
                .doesNotContain("a:3");
        assertThat(alikes.entries()).noneMatch(Catalogue.Alike::likelySame);
    }

    @Test
    void entriesMadeAnewAreFoundAnew() {
        put("b:1", "关于月球基地的建议");
        catalogue.follow();
        assertThat(total("\"月球基地\"")).isEqualTo(1);

        // As after a restore into other tables: what the index knows is not what is there.
        jdbc.update("update catalogue.progress set generation = ?", UUID.randomUUID());
        jdbc.update("delete from catalogue.entry where id = 'b:1'");
        put("b:2", "关于月球车站的建议");
        catalogue.follow();

        assertThat(total("\"月球基地\"")).isZero();
        assertThat(total("\"月球车站\"")).isEqualTo(1);
    }

    @Test
    void aTransactionThatCommitsLateIsNotOverlooked() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread late = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(_ -> {
                    put("c:1", "关于迟到事项的建议");
                    written.countDown();
                    try {
                        commit.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        written.await();
        put("c:2", "关于早到事项的建议");
        catalogue.follow();
        assertThat(total("\"早到事项\"")).isEqualTo(1);
        assertThat(total("\"迟到事项\"")).isZero();
        commit.countDown();
        late.join();
        catalogue.follow();

        assertThat(total("\"迟到事项\"")).isEqualTo(1);
    }
}
