package org.yicheng.finding.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.finding.index.Item.Facet;

class SearchIndexTest {

    private static final Instant NOW = Instant.parse("2024-01-26T01:00:00Z");
    private static final Filter PUBLIC = new Filter(Set.of("PUBLIC"), NOW, Map.of());

    @TempDir
    Path folder;

    private static Item item(String id, String kind, String title, String text, String key) {
        return new Item(
                id,
                Map.of(Facet.KIND, kind, Facet.YEAR, "2024"),
                title,
                text,
                List.of(),
                List.of(title),
                List.of(),
                Set.of(key),
                Instant.EPOCH,
                NOW);
    }

    private static SearchIndex filled() {
        SearchIndex index = SearchIndex.inMemory();
        index.put(List.of(
                item("1", "filing", "关于解决部分小区暖气不热的提案", "老旧小区，供热管网。", "PUBLIC"),
                item("2", "filing", "关于规范物业服务企业收费行为的建议", "石人发〔2024〕1号", "PUBLIC"),
                item("3", "document", "政府工作报告", "Report on the work of the government, ＧＤＰ 6%.", "PUBLIC"),
                item("4", "document", "内部的供热报告", "供热", "STAFF"),
                new Item(
                        "5",
                        Map.of(Facet.KIND, "member"),
                        "曾晓云",
                        "",
                        List.of("曾晓云"),
                        List.of("曾晓云"),
                        List.of(),
                        Set.of("PUBLIC"),
                        Instant.EPOCH,
                        Instant.EPOCH)));
        index.show();
        return index;
    }

    private static List<String> found(SearchIndex index, String words, Filter filter) {
        return index.search(words, filter, 0, 10).hits().stream()
                .map(SearchIndex.Hit::id)
                .toList();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "暖气, 1",
        "供热管网, 1",
        "石人发〔2024〕1号, 2",
        "物业收费行为规范, 2",
        "gdp, 3",
        "GOVERN, 3",
        "报告 政府, 3",
        "zxy, 5",
        "zengxiao, 5",
        "曾晓, 5"
    })
    void findsWordsPhrasesNumbersAndNames(String words, String id) {
        assertThat(found(filled(), words, PUBLIC)).containsExactly(id);
    }

    @Test
    void wordsInQuotesAreFoundOnlyAsTheyStand() {
        assertThat(found(filled(), "\"物业收费\"", PUBLIC)).isEmpty();
        assertThat(found(filled(), "“收费行为”", PUBLIC)).containsExactly("2");
    }

    @Test
    void aPhraseDoesNotReachAcrossAFullStop() {
        assertThat(found(filled(), "\"小区供热\"", PUBLIC)).isEmpty();
    }

    @Test
    void whatIsForOthersIsNeitherFoundNorCounted() {
        SearchIndex.Found found = filled().search("供热", PUBLIC, 0, 10);

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().get(Facet.KIND)).containsOnly(Map.entry("filing", 1L));
        assertThat(found(filled(), "供热", new Filter(Set.of("STAFF"), NOW, Map.of())))
                .containsExactly("4");
        assertThat(found(filled(), "供热", new Filter(Set.of(), NOW, Map.of()))).isEmpty();
    }

    @Test
    void aFacetNarrowsTheResultsButNotItsOwnCounts() {
        SearchIndex.Found found =
                filled().search("", new Filter(Set.of("PUBLIC"), NOW, Map.of(Facet.KIND, "document")), 0, 10);

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().get(Facet.KIND))
                .containsOnly(Map.entry("filing", 2L), Map.entry("document", 1L), Map.entry("member", 1L));
        assertThat(found.facets().get(Facet.YEAR)).containsOnly(Map.entry("2024", 1L));
    }

    @Test
    void whatIsGivenOutLaterIsNotFoundYet() {
        SearchIndex index = SearchIndex.inMemory();
        index.put(List.of(new Item(
                "1",
                Map.of(),
                "大会日程",
                "",
                List.of(),
                List.of(),
                List.of(),
                Set.of("PUBLIC"),
                NOW.plusSeconds(1),
                NOW)));
        index.show();

        assertThat(found(index, "日程", PUBLIC)).isEmpty();
        assertThat(found(index, "日程", new Filter(Set.of("PUBLIC"), NOW.plusSeconds(1), Map.of())))
                .hasSize(1);
    }

    @Test
    void theNearestTextOfAnItemCounts() {
        SearchIndex index = SearchIndex.inMemory();
        float[] east = {1, 0};
        float[] north = {0, 1};
        index.put(List.of(
                vectors("both", "PUBLIC", east, north),
                vectors("east", "PUBLIC", east),
                vectors("hidden", "X", north)));
        index.show();

        List<SearchIndex.Hit> near = index.near(north, PUBLIC, 5);

        assertThat(near).extracting(SearchIndex.Hit::id).containsExactly("both", "east");
        assertThat(near.getFirst().score()).isBetween(0.999, 1.001);
        assertThat(near.getLast().score()).isBetween(-0.001, 0.001);
    }

    private static Item vectors(String id, String key, float[]... vectors) {
        return new Item(
                id, Map.of(), id, "", List.of(), List.of(id), List.of(vectors), Set.of(key), Instant.EPOCH, NOW);
    }

    @Test
    void whatIsPutAgainReplacesAndWhatIsRemovedIsGone() {
        SearchIndex index = filled();
        index.put(List.of(item("1", "filing", "关于集中供暖的提案", "", "PUBLIC")));
        index.remove(List.of("2"));
        index.show();

        assertThat(found(index, "暖气", PUBLIC)).isEmpty();
        assertThat(found(index, "集中供暖", PUBLIC)).containsExactly("1");
        assertThat(index.size()).isEqualTo(4);
    }

    @Test
    void anIndexOnDiskRemembersHowFarItFollowedAndADamagedOneBeginsEmpty() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder)) {
            index.put(List.of(item("1", "filing", "关于供暖的提案", "", "PUBLIC")));
            index.keep(42, "g");
            index.put(List.of(item("2", "filing", "没有保存的", "", "PUBLIC")));
        }
        try (SearchIndex index = SearchIndex.open(folder)) {
            assertThat(index.followed()).isEqualTo(42);
            assertThat(index.origin()).isEqualTo("g");
            assertThat(index.size()).isEqualTo(1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "damaged");
            }
        }
        try (SearchIndex index = SearchIndex.open(folder)) {
            assertThat(index.followed()).isZero();
            assertThat(index.size()).isZero();
        }
    }
}
