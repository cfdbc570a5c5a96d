package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import org.yicheng.count.projects.Ratio;
import org.yicheng.web.Shell;

/**
 * Sums of money as a page says them. Yuan in 万元, in English in millions, from one such unit on, without rounding; other
 * money as a plain number, as the file has it.
 */
public record Sums(Shell shell, String currency) {

    private static final String YUAN = "CNY";
    private static final int WAN = 4;
    private static final int MILLION = 6;

    /** Whether the money is the Chinese yuan. */
    public boolean yuan() {
        return currency.equals(YUAN);
    }

    private int digits(BigDecimal money) {
        int digits = shell.zh() ? WAN : MILLION;
        return money.abs().compareTo(BigDecimal.ONE.movePointRight(digits)) >= 0 ? digits : 0;
    }

    /** Exactly. */
    public String said(BigDecimal money) {
        if (!yuan()) {
            return Numbers.money(money);
        }
        int digits = digits(money);
        return worded(Numbers.money(money.movePointLeft(digits)), digits);
    }

    /** A fraction; rounded to two decimals of the unit where it has more, said by the sign ≈. */
    public String said(Ratio money) {
        if (!yuan()) {
            return Numbers.money(money);
        }
        int digits = digits(Numbers.decimal(money, 2));
        return worded(Numbers.money(money.over(Ratio.of(BigDecimal.ONE.movePointRight(digits)))), digits);
    }

    private String worded(String number, int digits) {
        return shell.say("budgeting.yuan-" + digits, "n", number);
    }

    /** The unit in which money is typed, to stand behind a label; empty where the file's money has no word here. */
    public String unit() {
        return yuan() ? shell.say("budgeting.in-yuan") : "";
    }
}
