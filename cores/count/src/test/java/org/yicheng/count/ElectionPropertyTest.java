package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yicheng.rule.Words;

class ElectionPropertyTest {

    private static final Words WORDS = Words.load(ElectionTest.class.getClassLoader(), List.of("count"));
    private static final List<String> THREE = List.of("甲", "乙", "丙");

    private static Papers.Builder papers() {
        return new Papers.Builder(THREE);
    }

    private static ElectionResult count(int members, int seats, Papers papers) {
        Roll roll = new Roll(members, Math.toIntExact(Math.min(members, papers.total())));
        return new Election(roll, seats, papers.total(), papers, ElectionTerms.usual()).count();
    }

    private static byte[] marks(String marks) {
        byte[] codes = new byte[marks.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) "-YNX".indexOf(marks.charAt(i));
        }
        return codes;
    }

    private static Papers of(List<String> ballots) {
        Papers.Builder builder = papers();
        ballots.forEach(ballot -> builder.add(1, marks(ballot)));
        return builder.build();
    }

    @Provide
    Arbitrary<List<String>> ballots() {
        return Arbitraries.strings().withChars("-YNX").ofLength(3).list().ofMaxSize(200);
    }

    @Property(tries = 300)
    void doesNotCareAboutTheOrderOfPapers(@ForAll("ballots") List<String> ballots, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(ballots);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(count(ballots.size() + 1, 2, of(shuffled))).isEqualTo(count(ballots.size() + 1, 2, of(ballots)));
    }

    /** Marks, invalid papers and papers never returned account for every paper issued. */
    @Property(tries = 300)
    void accountsForEveryPaper(@ForAll("ballots") List<String> ballots) {
        Papers papers = of(ballots);
        int members = Math.max(1, ballots.size());
        Election election = new Election(new Roll(members, members), 2, members + 5L, papers, ElectionTerms.usual());
        assertThat(election.count()).isInstanceOfSatisfying(ElectionResult.Valid.class, valid -> {
            assertThat(valid.account().valid() + valid.account().invalid()).isEqualTo(ballots.size());
            assertThat(valid.elected().size() + valid.unfilled()).isEqualTo(2);
            for (String candidate : THREE) {
                assertThat(valid.votes(candidate) + valid.opposed().get(candidate))
                        .isLessThanOrEqualTo(valid.account().valid());
            }
        });
    }
}
