package org.yicheng.finding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a title asks for, without what every title says. 关于…的建议 and procedural words (加强, 推进, 解决 …) are in most
 * titles; left in, they make titles alike that ask for different things.
 */
public final class Wording {

    /** Longer ones first, so that 进一步 goes before 进. */
    private static final Pattern PROCEDURAL =
            Pattern.compile("进一步|加强|推进|加快|建设|解决|提升|完善|增加|推动|促进|规范|问题|持续|改善|治理|开展|做好|加大|力度|支持|鼓励"
                    + "|发展|提高|强化|优化|扩大|缓解|破解|整治|防范|减少|我市|尽快|普遍|实施|采用|设立|拓宽|深化|简化|方便|保护|利用");

    private static final Pattern OPENING = Pattern.compile("^(?:关于|建议)");
    /** With a remark behind it, e.g. （闭会期间）: it is about the paper, not about what is asked for. */
    private static final Pattern CLOSING = Pattern.compile("的?(?:议案|提案|建议|意见|批评|批评意见|建议、批评和意见)(?:[（(][^（）()]*[）)])?$");

    /** What marks an invented title. */
    private static final Pattern MARK = Pattern.compile("[（(]演示[）)]$");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x00]+");

    private Wording() {}

    /** One form for what readers take for the same: full width and half width, capital and small, blanks. */
    public static String plain(String text) {
        String form = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(form).replaceAll(" ").strip();
    }

    /**
     * The title without 关于…的建议, 提案 or 议案 and without the mark of what is invented; the title itself where nothing
     * else would be left.
     */
    public static String core(String title) {
        String stripped = MARK.matcher(title.strip()).replaceFirst("").strip();
        String core =
                CLOSING.matcher(OPENING.matcher(stripped).replaceFirst("")).replaceFirst("");
        return core.isBlank() ? stripped : core.strip();
    }

    /** {@link #core} without procedural words; the core itself where nothing else would be left. */
    public static String essence(String title) {
        String core = core(title);
        String left = BLANKS.matcher(PROCEDURAL.matcher(core).replaceAll(" ")).replaceAll(" ");
        String closed = left.strip().replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
        return closed.isBlank() ? core : closed;
    }

    /** Whether a word says nothing about what is asked for. */
    public static boolean procedural(String word) {
        return PROCEDURAL.matcher(word).matches();
    }

    /** The pieces by which texts without a dictionary are compared: Chinese characters and pairs, other words whole. */
    public static List<String> grams(String text) {
        List<String> grams = new ArrayList<>();
        for (String piece : PROCEDURAL.split(plain(core(text)))) {
            Runs.of(piece).forEach(run -> run.grams(grams));
        }
        return grams.isEmpty() ? everyGram(text) : grams;
    }

    private static List<String> everyGram(String text) {
        List<String> grams = new ArrayList<>();
        Runs.of(plain(text)).forEach(run -> run.grams(grams));
        return grams;
    }
}
