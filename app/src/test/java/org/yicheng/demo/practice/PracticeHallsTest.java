package org.yicheng.demo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.testing.YichengTest;

@YichengTest(properties = "yicheng.demo=true")
class PracticeHallsTest {

    @Autowired
    PracticeHalls halls;

    @Autowired
    Sittings sittings;

    @Test
    void aHallIsBuiltWithEverybodySignedInAndReadyToVote() {
        PracticeHalls.Hall hall = halls.build(30);

        assertThat(hall.memberTokens()).hasSize(30).doesNotHaveDuplicates();
        assertThat(sittings.roll(hall.sitting()).present()).isEqualTo(30);
        assertThat(sittings.byId(hall.sitting()).orElseThrow().state()).isEqualTo(Sitting.State.OPEN);
    }

    @Test
    void theSameSeedInventsTheSameMembers() {
        assertThat(new SyntheticRoster("a", 7).members(500)).isEqualTo(new SyntheticRoster("a", 7).members(500));
        assertThat(new SyntheticRoster("a", 7).members(500))
                .extracting(SyntheticRoster.Invented::card)
                .doesNotHaveDuplicates();
        assertThat(new SyntheticRoster("a", 7).members(500))
                .allMatch(one -> one.person().demo());
    }
}
