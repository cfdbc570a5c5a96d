package org.yicheng.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThemesTest {

    private static final List<String> TITLES = List.of("关于规范养犬行为的建议", "关于集中供暖的建议", "关于文明养犬行为的提案", "关于城市马拉松的建议");

    @Test
    void titlesThatAreNearBecomeOneTheme() {
        List<float[]> vectors =
                List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.8f, 0.6f}, new float[] {-1, 0});

        List<Themes.Theme> themes = Themes.of(TITLES, Optional.of(vectors));

        assertThat(themes).singleElement().satisfies(theme -> {
            assertThat(theme.members()).containsExactlyInAnyOrder(0, 2);
            assertThat(theme.members().getFirst()).isEqualTo(theme.representative());
            assertThat(theme.terms()).contains("行为").doesNotContain("规范");
        });
    }

    @Test
    void withoutAModelSharedPiecesDecide() {
        assertThat(Themes.of(TITLES, Optional.empty()))
                .singleElement()
                .satisfies(theme -> assertThat(theme.members()).containsExactlyInAnyOrder(0, 2));
    }

    @Test
    void nothingToGroupGivesNoThemes() {
        assertThat(Themes.of(List.of(), Optional.empty())).isEmpty();
        assertThat(Themes.of(List.of("关于供暖的建议"), Optional.empty())).isEmpty();
    }

    @Test
    void whatPeopleSaidGoesBeforeWhatWasMeasured() {
        List<String> titles = List.of("关于小区供暖的建议", "关于小区供暖的提案", "关于小区供暖的意见", "关于公交线路的建议");
        assertThat(Themes.of(titles, Optional.empty()))
                .extracting(theme -> Set.copyOf(theme.members()))
                .containsExactly(Set.of(0, 1, 2));
        List<Themes.Pair> said = List.of(new Themes.Pair(0, 2, false), new Themes.Pair(2, 3, true));
        assertThat(Themes.of(titles, Optional.empty(), said))
                .extracting(theme -> Set.copyOf(theme.members()))
                .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3));
        List<Themes.Pair> against =
                List.of(new Themes.Pair(0, 1, true), new Themes.Pair(1, 2, true), new Themes.Pair(0, 2, false));
        assertThat(Themes.of(titles, Optional.empty(), against))
                .allSatisfy(theme ->
                        assertThat(theme.members().containsAll(List.of(0, 2))).isFalse());
    }
}
