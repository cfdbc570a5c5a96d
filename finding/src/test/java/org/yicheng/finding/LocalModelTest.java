package org.yicheng.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelTest {

    @TempDir
    static Path natives;

    private static Meaning model;

    @BeforeAll
    static void load() {
        LocalModel.Loading loading = LocalModel.load(natives);
        model = loading.model().orElseThrow(() -> new AssertionError(loading.why()));
    }

    @Test
    void vectorsHaveLengthOneAndTheModelsDimensions() {
        float[] vector = model.vector("集中供暖质量");

        assertThat(vector).hasSize(model.dimensions());
        assertThat(Meaning.cosine(vector, vector)).isBetween(0.9999, 1.0001);
    }

    @Test
    void whatAsksForTheSameLiesNearer() {
        float[] cold = model.vector("小区暖气不热");

        assertThat(Meaning.cosine(cold, model.vector("集中供暖质量")))
                .isGreaterThan(Meaning.cosine(cold, model.vector("城市马拉松赛事")));
    }

    @Test
    void readsAnEmptyTextAndOneLongerThanTheModel() {
        assertThat(model.vector("")).hasSize(model.dimensions());
        assertThat(model.vector("供暖".repeat(5_000))).hasSize(model.dimensions());
        assertThat(model.vector("𠮷".repeat(400))).hasSize(model.dimensions());
    }

    @Test
    void thirtyTwoThreadsGetTheSameVectors() throws Exception {
        List<String> texts = List.of("小区暖气不热", "老旧供热管网", "电信网络诈骗、反诈宣传", "三岁以下婴幼儿无人照看");
        List<float[]> alone = texts.stream().map(model::vector).toList();
        List<Future<List<float[]>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            Callable<List<float[]>> each =
                    () -> texts.stream().map(model::vector).toList();
            for (int i = 0; i < 32; i++) {
                all.add(threads.submit(each));
            }
        }
        for (Future<List<float[]>> one : all) {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(one.get().get(i)).containsExactly(alone.get(i));
            }
        }
    }
}
