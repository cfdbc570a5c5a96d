package org.yicheng.matter.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.matter.Procedure;
import org.yicheng.rule.Language;

/**
 * A procedure as a picture, drawn from its declaration: the states in a column, each transition an arc with its number;
 * forward on the right, back on the left. Colours are the page's own, so that it prints.
 */
public final class ProcedureDiagram {

    private static final int TOP = 12;
    private static final int STEP = 58;
    private static final int BOX = 34;
    private static final int LEFT = 210;
    private static final int WIDTH = 300;
    private static final int MIDDLE = LEFT + WIDTH / 2;
    private static final int RIGHT = LEFT + WIDTH;
    private static final int PAGE = 740;

    private final Procedure procedure;
    private final Language language;
    private final StringBuilder svg = new StringBuilder(8000);

    private ProcedureDiagram(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
    }

    /** The picture as SVG, to stand in a page or in a file of its own. */
    public static String of(Procedure procedure, Language language) {
        return new ProcedureDiagram(procedure, language).draw();
    }

    private String draw() {
        int height = TOP * 2 + STEP * procedure.states().size();
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
                        + "aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"14\" color=\"#17202B\">",
                PAGE, height, PAGE, height, escaped(procedure.name().in(language)));
        line(
                "<defs><marker id=\"arrow-%s\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
                        + "markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"currentColor\"/></marker></defs>",
                procedure.id());
        arcs().forEach((arc, numbers) -> arc(arc.from(), arc.to(), String.join(" ", numbers)));
        for (int i = 0; i < procedure.states().size(); i++) {
            box(i, procedure.states().get(i));
        }
        return svg.append("</svg>\n").toString();
    }

    /** An arc between two places in the column. */
    private record Arc(int from, int to) {}

    /** Steps between the same two states share an arc, which bears all their numbers. */
    private Map<Arc, List<String>> arcs() {
        Map<Arc, List<String>> arcs = new LinkedHashMap<>();
        int number = 0;
        for (Procedure.Transition transition : procedure.transitions()) {
            number++;
            for (String from : transition.from()) {
                arcs.computeIfAbsent(new Arc(place(from), place(transition.to())), _ -> new ArrayList<>())
                        .add(Integer.toString(number));
            }
        }
        return arcs;
    }

    private void box(int at, Procedure.State state) {
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#FFFFFF\" stroke=\"currentColor\" "
                        + "stroke-width=\"%d\"/>",
                LEFT, top(at), WIDTH, BOX, state.end() ? BOX / 2 : 4, at == 0 || state.end() ? 2 : 1);
        line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"currentColor\">%s</text>",
                MIDDLE, top(at) + 22, escaped(state.name().in(language)));
    }

    private void arc(int from, int to, String numbers) {
        int start = top(from) + BOX / 2;
        int end = top(to) + BOX / 2;
        if (to == from + 1) {
            path(
                    "M%d %dV%d".formatted(MIDDLE, top(from) + BOX, top(to)),
                    MIDDLE + 8 + 4 * numbers.length(),
                    top(to) - 8,
                    numbers);
        } else if (to == from) {
            path(
                    "M%d %dC%d %d %d %d %d %d"
                            .formatted(
                                    RIGHT, start - 8, RIGHT + 34, start - 14, RIGHT + 34, start + 14, RIGHT, start + 8),
                    RIGHT + 34,
                    start + 4,
                    numbers);
        } else {
            boolean forward = to > from;
            int edge = forward ? RIGHT : LEFT;
            int out = Math.min(190, 24 + 12 * Math.abs(to - from));
            int bend = forward ? edge + out : edge - out;
            int drawn = (edge + 3 * bend) / 4;
            path(
                    "M%d %dC%d %d %d %d %d %d".formatted(edge, start + 4, bend, start, bend, end, edge, end - 4),
                    drawn,
                    (start + end) / 2 + 4,
                    numbers);
        }
    }

    private void path(String path, int x, int y, String numbers) {
        line(
                "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" marker-end=\"url(#arrow-%s)\"/>",
                path, procedure.id());
        line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"12\" fill=\"currentColor\" stroke=\"#FFFFFF\" "
                        + "stroke-width=\"4\" paint-order=\"stroke\">%s</text>",
                x, y, numbers);
    }

    private static int top(int at) {
        return TOP + STEP * at;
    }

    private int place(String state) {
        List<String> ids = procedure.states().stream().map(Procedure.State::id).toList();
        return ids.indexOf(state);
    }

    private void line(String pattern, Object... values) {
        svg.append(pattern.formatted(values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
