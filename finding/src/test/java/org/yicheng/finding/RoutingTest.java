package org.yicheng.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final List<Organ> ORGANS =
            List.of(Organ.of("市公安局", "社会治安、反诈、养犬管理"), Organ.of("市供热管理中心", "集中供暖、供热管网改造"));

    @Test
    void theMatchingDutyIsTheReason() {
        Routing routing = new Routing(ORGANS, Optional.empty());

        assertThat(routing.route("关于规范养犬行为的建议", 3)).first().satisfies(proposal -> {
            assertThat(proposal.organ()).isEqualTo("市公安局");
            assertThat(proposal.duty()).isEqualTo("养犬管理");
        });
    }

    @Test
    void anOrganIsProposedOnce() {
        Routing routing = new Routing(ORGANS, Optional.empty());

        assertThat(routing.route("关于供热和供暖的建议", 3))
                .extracting(Routing.Proposal::organ)
                .containsOnlyOnce("市供热管理中心");
    }

    @Test
    void whatNoDutyTouchesIsNotRouted() {
        assertThat(new Routing(ORGANS, Optional.empty()).route("马拉松", 3)).isEmpty();
        assertThat(new Routing(List.of(), Optional.empty()).route("马拉松", 3)).isEmpty();
    }
}
