package org.yicheng.document.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.document.NameOrder.SingleName.AS_ZERO;
import static org.yicheng.document.NameOrder.SingleName.DIRECT;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 以姓氏笔画为序, by the examples that official lists give. */
class StrokeOrderTest {

    private static final StrokeOrder ORDER = new StrokeOrder();

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({
        "丁, 王",
        "王, 文",
        "王, 方",
        "刘, 许",
        "林, 欧",
        "欧阳少东, 洪少东",
        "李一鸣, 李大鸣",
        "高富, 高大富",
        "李一, 李一鸣",
        // Characters beyond the common ones, and beyond the stroke list.
        "王㐂, 𠮷田一",
        "𠮷田一, 张𬱟",
        "𫟹, 𬱟"
    })
    void anOfficialListHasTheFirstBeforeTheSecond(String first, String second) {
        Comparator<String> order = ORDER.byStrokes(AS_ZERO);
        assertThat(order.compare(first, second)).isNegative();
        assertThat(order.compare(second, first)).isPositive();
    }

    @Test
    void aSingleGivenNameIsComparedDirectlyWhereTheBodySaysSo() {
        assertThat(ORDER.byStrokes(DIRECT).compare("田大利", "田富")).isNegative();
        assertThat(ORDER.byStrokes(AS_ZERO).compare("田大利", "田富")).isPositive();
    }

    @Test
    void aListComesOutTheSameWhateverOrderItCameIn() {
        List<String> sorted = List.of("丁一", "王芳", "王大志", "文一", "李一鸣", "李大鸣", "林平", "欧阳少东", "洪少东", "高富", "高大富", "𬭼志明");
        for (int turn = 0; turn < sorted.size(); turn++) {
            String[] names = sorted.toArray(String[]::new);
            java.util.Collections.rotate(Arrays.asList(names), turn);
            Arrays.sort(names, ORDER.byStrokes(AS_ZERO));
            assertThat(names).containsExactlyElementsOf(sorted);
        }
    }

    @Test
    void onlyTheSameNameIsEqual() {
        Comparator<String> order = ORDER.byStrokes(AS_ZERO);
        assertThat(order.compare("𠮷田", "𠮷田")).isZero();
        assertThat(order.compare("𠮷田", "吉田")).isNotZero();
    }
}
