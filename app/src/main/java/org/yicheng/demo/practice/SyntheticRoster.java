package org.yicheng.demo.practice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yicheng.party.Person;

/**
 * Invented members in any number, the same for the same seed in any language: a linear congruential generator
 * {@code x = (1103515245 x + 12345) mod 2^31}, of which {@code (x >> 8) mod n} is used. No name is a real person's; a
 * likeness is chance.
 */
final class SyntheticRoster {

    private static final String[] SURNAMES =
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 欧阳 司马".split(" ");
    private static final String[] GIVEN =
            "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 文 华 建 国 志 海 春 梅 玉 兰 红 新 宇 晨 博 思 佳 欣".split(" ");
    private static final int TWO_CHARACTERS_PERCENT = 88;
    private static final int WOMEN_PERCENT = 32;
    private static final long MODULUS = 1L << 31;

    /** One invented member. */
    record Invented(String number, String card, String seat, Person person) {}

    private final String prefix;
    private long state;

    /** @param prefix begins every number and card, so that halls do not collide */
    SyntheticRoster(String prefix, long seed) {
        this.prefix = prefix;
        this.state = Math.floorMod(seed, MODULUS);
    }

    List<Invented> members(int count) {
        List<Invented> members = new ArrayList<>(count);
        IntStream.range(0, count).forEach(i -> members.add(member(i)));
        return members;
    }

    private Invented member(int index) {
        String name = pick(SURNAMES) + pick(GIVEN) + (next(100) < TWO_CHARACTERS_PERCENT ? pick(GIVEN) : "");
        String sex = next(100) < WOMEN_PERCENT ? "女" : "男";
        int born = 1956 + next(42);
        String number = "%s-%05d".formatted(prefix, index + 1);
        // 30 seats a row, as in the data of the demo city.
        String seat = "%d-%d".formatted(index / 30 + 1, index % 30 + 1);
        UUID id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        Person person = new Person(id, name, Optional.of(sex), Optional.of(born), Optional.of("汉族"), true);
        return new Invented(number, "%sC%06d".formatted(prefix, 100_000 + index), seat, person);
    }

    private String pick(String[] from) {
        return from[next(from.length)];
    }

    private int next(int bound) {
        state = (1_103_515_245L * state + 12_345L) % MODULUS;
        return (int) ((state >> 8) % bound);
    }
}
