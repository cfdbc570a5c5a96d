package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.congress.deliberation.Digests;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.document.Papers;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;

/** Section 10: the opinions of the delegations, to the presidium, as a paper that stays as it was issued. */
@YichengTest(properties = "yicheng.demo=true")
class DigestTest {

    private static final String SESSION = "sjz-npc-15-5";
    private static final String PAGES = "/sessions/" + SESSION + "/opinions/digests";

    @Autowired
    Opinions opinions;

    @Autowired
    Digests digests;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private String token(Role role) {
        String login = "digest-" + role + "-" + System.nanoTime();
        Accounts.Account account = accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, "sjz-npc-15");
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    /** Another class may have issued a digest of this city already: an answer makes it a new one. */
    private void answer(String reason) {
        Opinions.Opinion said = opinions.digest(SESSION).stream()
                .flatMap(subject -> subject.parts().stream())
                .flatMap(part -> part.opinions().stream())
                .findFirst()
                .orElseThrow();
        int seen = said.answer().map(Opinions.Answer::version).orElse(0);
        opinions.answer(said.note().id(), seen, Opinions.Result.PASSED_ON, reason, Optional.empty())
                .orThrow();
    }

    @Test
    void aDigestIsIssuedAsANumberedPaperThatNeverChanges() {
        answer("转有关部门研究");
        Digests.Issued first = digests.issue(SESSION).orThrow();
        assertThat(first.paper().html()).contains("共23个代表团", "4个代表团提交了审议记录");
        assertThat(codes(digests.issue(SESSION))).containsExactly("congress.digest-unchanged");

        answer("已转有关部门");
        Digests.Issued second = digests.issue(SESSION).orThrow();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(digests.byNumber(SESSION, first.number())
                        .orElseThrow()
                        .paper()
                        .sha256())
                .as("frozen")
                .isEqualTo(first.paper().sha256())
                .isNotEqualTo(second.paper().sha256());
        assertThat(papers.byCode(second.paper().code()).orElseThrow().sha256())
                .isEqualTo(second.paper().sha256());

        assertThat(codes(digests.recall(SESSION, second.number(), " "))).containsExactly("congress.reason-length");
        digests.recall(SESSION, second.number(), "有误").orThrow();
        assertThat(papers.byId(second.paper().id()).orElseThrow().recalled()).isTrue();
        assertThat(codes(digests.recall(SESSION, second.number(), "再收回"))).containsExactly("congress.digest-recalled");
        assertThat(digests.issue(SESSION).orThrow().number())
                .as("a number is never used again")
                .isEqualTo(second.number() + 1);

        String secretariat = token(Role.SECRETARIAT);
        assertThat(Http.get(port, PAGES + "/" + first.number() + ".pdf", secretariat)
                        .status())
                .isEqualTo(200);
        assertThat(Http.get(port, PAGES + "/" + first.number() + ".docx", secretariat)
                        .status())
                .isEqualTo(200);
        assertThat(Http.get(port, PAGES + "/999.pdf", secretariat).status()).isEqualTo(404);
        assertThat(Http.get(port, PAGES + "/" + first.number() + ".pdf", token(Role.MEMBER))
                        .status())
                .as("not for every deputy")
                .isEqualTo(403);
    }
}
