package org.yicheng.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.yicheng.finding.LocalModel;
import org.yicheng.finding.Meaning;
import org.yicheng.finding.Wording;
import org.yicheng.finding.index.Filter;
import org.yicheng.finding.index.Item;
import org.yicheng.finding.index.Item.Facet;
import org.yicheng.finding.index.SearchIndex;

/**
 * The index and the model without a server: 1,000 titles embedded and indexed, in processor time; then 50,000 items
 * searched by eight users at once, by words with facets and by meaning.
 */
final class CatalogueBench {

    private static final int TITLES = 1_000;
    private static final int ITEMS = 50_000;
    private static final int USERS = 8;
    private static final int SEARCHES = 250;
    private static final int BATCH = 1_000;

    private static final List<String> PLACES = List.of(
            "长安区", "桥西区", "新华区", "裕华区", "藁城区", "鹿泉区", "栾城区", "正定县", "井陉县", "灵寿县", "高邑县", "深泽县", "赞皇县", "无极县", "平山县",
            "元氏县", "赵县", "晋州市", "新乐市", "辛集市");
    private static final List<String> MATTERS = List.of(
            "集中供暖质量",
            "老旧小区加装电梯",
            "小区物业收费",
            "养犬管理",
            "中小学课后托管",
            "学校周边交通",
            "电信网络诈骗防范",
            "社区健身场地",
            "夜间施工噪声",
            "农产品冷链物流",
            "老字号品牌传承",
            "青少年心理健康",
            "人民调解队伍",
            "山林防火",
            "普惠托育服务",
            "高标准农田",
            "生活垃圾分类",
            "停车位不足",
            "公交线路",
            "河道治理",
            "电动自行车充电",
            "医保异地结算",
            "社区助餐",
            "无障碍设施",
            "公共图书馆",
            "历史文化街区",
            "夜间经济",
            "就业培训",
            "返乡创业",
            "农村污水",
            "机动车尾气",
            "清洁取暖",
            "共享单车停放",
            "道路积水",
            "儿科门诊",
            "家政服务",
            "食品小作坊",
            "快递包装",
            "网约车管理",
            "校外培训",
            "城市照明",
            "排水管网",
            "献血屋",
            "殡葬服务",
            "社区矫正",
            "知识产权保护",
            "中小企业融资",
            "科技成果转化",
            "退役军人就业",
            "城市公园");

    private final PrintStream out;
    private final Random random = new Random(20240126);

    CatalogueBench(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        Path folder = Files.createTempDirectory("yicheng-bench-catalogue");
        try {
            LocalModel.Loading loading = LocalModel.load(folder.resolve("native"));
            Meaning meaning = loading.model().orElseThrow(() -> new IOException(loading.why()));
            try (SearchIndex index = SearchIndex.open(folder.resolve("index"))) {
                List<float[]> vectors = embedded(index, meaning);
                fill(index, vectors);
                searched("words and facets", index, (asked, filter) -> index.search(asked, filter, 0, 20));
                searched(
                        "meaning",
                        index,
                        (asked, filter) -> index.near(meaning.vector(Wording.essence(asked)), filter, 10));
                searched("shared pieces", index, (asked, filter) -> index.sharing(asked, filter, 10));
            }
        } finally {
            remove(folder);
        }
    }

    private static String title(int number) {
        return "关于加强" + PLACES.get(number % PLACES.size()) + MATTERS.get(number / PLACES.size() % MATTERS.size())
                + "工作的建议";
    }

    private List<float[]> embedded(SearchIndex index, Meaning meaning) {
        for (int i = 0; i < 50; i++) {
            meaning.vector(title(i * 7));
        }
        long before = processorNanos();
        long began = System.nanoTime();
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < TITLES; i++) {
            float[] vector = meaning.vector(Wording.essence(title(i)));
            vectors.add(vector);
            index.put(List.of(item(i, vector)));
        }
        index.show();
        index.keep(1, "bench");
        out.printf(
                "embed     %,d titles embedded and indexed: %.1f s of processor time, %.1f s by the clock%n",
                TITLES, (processorNanos() - before) / 1e9, (System.nanoTime() - began) / 1e9);
        return vectors;
    }

    private Item item(int number, float[] vector) {
        String title = title(number) + (number < TITLES ? "" : "（第" + number + "号）");
        return new Item(
                "item:" + number,
                Map.of(
                        Facet.KIND, "kind" + number % 5,
                        Facet.PLACE, PLACES.get(number % PLACES.size()),
                        Facet.YEAR, Integer.toString(2015 + number % 10)),
                title,
                "一、情况。近年来" + title + "有关事项群众反映较多。二、建议。" + MATTERS.get((number * 7 + 3) % MATTERS.size()) + "一并考虑。",
                List.of(),
                List.of(title),
                List.of(vector),
                Set.of(number % 10 == 0 ? "STAFF" : "PUBLIC"),
                Instant.EPOCH,
                Instant.ofEpochSecond(1_400_000_000L + number));
    }

    private void fill(SearchIndex index, List<float[]> vectors) {
        long began = System.nanoTime();
        List<Item> batch = new ArrayList<>();
        for (int i = TITLES; i < ITEMS; i++) {
            batch.add(item(i, near(vectors.get(i % TITLES))));
            if (batch.size() == BATCH || i == ITEMS - 1) {
                index.put(batch);
                batch.clear();
            }
        }
        index.show();
        index.keep(2, "bench");
        out.printf(
                "fill      %,d items with their vectors indexed in %.0f s by the clock%n",
                index.size(), (System.nanoTime() - began) / 1e9);
    }

    /** A vector beside another one, as titles about the same have. */
    private float[] near(float[] vector) {
        float[] other = new float[vector.length];
        double length = 0;
        for (int i = 0; i < other.length; i++) {
            other[i] = vector[i] + (float) (random.nextGaussian() * 0.02);
            length += other[i] * (double) other[i];
        }
        for (int i = 0; i < other.length; i++) {
            other[i] /= (float) Math.sqrt(length);
        }
        return other;
    }

    private interface Search {
        Object search(String asked, Filter filter);
    }

    private void searched(String what, SearchIndex index, Search search) throws IOException {
        times(index, search, SEARCHES / 5);
        List<Long> times = times(index, search, SEARCHES);
        times.sort(Comparator.naturalOrder());
        out.printf(
                "search    %s: %d users, %,d searches over %,d items: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                what,
                USERS,
                times.size(),
                index.size(),
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 95 / 100) / 1e6,
                times.getLast() / 1e6);
    }

    private static List<Long> times(SearchIndex index, Search search, int searches) throws IOException {
        List<Future<List<Long>>> users = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
            for (int user = 0; user < USERS; user++) {
                Random own = new Random(user);
                users.add(threads.submit(() -> {
                    List<Long> times = new ArrayList<>();
                    for (int i = 0; i < searches; i++) {
                        String asked = asked(own);
                        Filter filter = new Filter(
                                Set.of("PUBLIC"),
                                Instant.EPOCH.plusSeconds(1),
                                i % 3 == 0 ? Map.of(Facet.YEAR, "2020") : Map.of());
                        long began = System.nanoTime();
                        search.search(asked, filter);
                        times.add(System.nanoTime() - began);
                    }
                    return times;
                }));
            }
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> user : users) {
            try {
                all.addAll(user.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException("the searches over " + index.size() + " items broke off", e);
            }
        }
        return all;
    }

    private static String asked(Random own) {
        String matter = MATTERS.get(own.nextInt(MATTERS.size()));
        return own.nextInt(3) == 0 ? PLACES.get(own.nextInt(PLACES.size())) + " " + matter : matter;
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
