package org.yicheng.assembly.store;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What secret votes on phones have in common: when one may open, who may cast. */
@Component
class SecretVotes {

    private final JdbcClient jdbc;
    private final JdbcSittings sittings;
    private final Rolls rolls;
    private final SecureRandom random = new SecureRandom();

    SecretVotes(JdbcClient jdbc, JdbcSittings sittings, Rolls rolls) {
        this.jdbc = jdbc;
        this.sittings = sittings;
        this.rolls = rolls;
    }

    /** The roll a vote opens with; without a quorum the sitting is paused. The sitting's row is locked meanwhile. */
    Ruling<Roll> opening(String id, Citation ground) {
        jdbc.sql("select 1 from assembly.sitting where id = :id for no key update")
                .param("id", id)
                .query(Integer.class)
                .single();
        List<Refusal> reasons = new ArrayList<>();
        Sitting sitting = sittings.byId(id).orElseThrow();
        if (sitting.state() != Sitting.State.OPEN) {
            reasons.add(Refusal.by(
                    ground,
                    "assembly.sitting-not-open",
                    "sitting",
                    sitting.name(),
                    "state",
                    StateWord.of(sitting.state())));
        }
        openVote(id)
                .or(() -> sittings.secretVoteOpen(id))
                .ifPresent(title -> reasons.add(Refusal.by(ground, "assembly.choice-unfinished", "title", title)));
        Roll roll = rolls.now(sitting);
        if (!roll.met()) {
            reasons.addAll(JdbcSittings.noQuorum("assembly.vote-quorum-missing", roll));
            sittings.pauseWithoutQuorum(id);
        }
        return reasons.isEmpty() ? Ruling.granted(roll) : Ruling.refused(reasons);
    }

    /** A question or an election that is under way. */
    private Optional<Bilingual> openVote(String sitting) {
        return jdbc.sql("""
                        select title_zh, title_en from assembly.question
                         where sitting = :sitting and state in ('PUT', 'VOTING', 'CLOSED')
                        union all
                        select title_zh, title_en from assembly.election
                         where sitting = :sitting and state in ('PAPERS_ISSUED', 'VOTING', 'COLLECTED')
                         limit 1
                        """)
                .param("sitting", sitting)
                .query((row, _) -> Rows.bilingual(row, "title"))
                .optional();
    }

    List<Refusal> againstVoter(Optional<Member> member, String sitting, UUID vote, Citation ground) {
        if (member.isEmpty()) {
            return List.of(Refusal.by(ground, "assembly.no-mandate", "question", vote));
        }
        if (member.get().status() != MandateStatus.IN_OFFICE) {
            return List.of(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
        }
        return sittings.present(sitting, member.get().person())
                ? List.of()
                : List.of(Refusal.by(Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.9"), "assembly.not-signed-in"));
    }

    /** A key under which a vote keeps its pseudonyms. */
    byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
