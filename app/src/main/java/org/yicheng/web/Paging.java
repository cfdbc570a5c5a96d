package org.yicheng.web;

/**
 * A page of a long list.
 *
 * @param number this page, from 1
 * @param size rows a page
 * @param total rows in all
 * @param address of the list with its filter, without the page: {@code /members?q=li}
 */
public record Paging(int number, int size, long total, String address) {

    /** Rows a page, unless there is a reason. */
    public static final int ROWS = 50;

    public Paging {
        number = Math.clamp(number, 1, pages(size, total));
    }

    public int pages() {
        return pages(size, total);
    }

    /** How many rows come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The first row on this page, from 1; 0 when the list is empty. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + size);
    }

    public String previous() {
        return at(number - 1);
    }

    public String next() {
        return at(number + 1);
    }

    private String at(int page) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }

    private static int pages(int size, long total) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(total, size)));
    }
}
