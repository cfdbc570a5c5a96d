package org.yicheng.web.shell;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks Chinese within an English page – names, titles, quoted texts – with {@code lang="zh-CN"}, so that it is read out
 * and set as Chinese (WCAG 2.2, 3.1.2). Escapes as the output it extends does.
 */
final class MarkedOutput extends OwaspHtmlTemplateOutput {

    /** Elements that hold text alone; where such a text is Chinese the template marks the element itself. */
    private static final Set<String> TEXT_ONLY =
            Set.of("title", "option", "textarea", "script", "style", "text", "desc");

    private static final Pattern CHINESE =
            Pattern.compile("\\p{IsHan}(?:[\\p{IsHan}\\d\\u3000-\\u303f\\uff00-\\uffef·—“”‘’…]*"
                    + "[\\p{IsHan}\\d\\u3001-\\u303f\\uff01-\\uffef”’])?");

    private boolean inText;

    MarkedOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void setContext(@Nullable String tagName, @Nullable String attributeName) {
        inText = attributeName == null && (tagName == null || !TEXT_ONLY.contains(tagName));
        super.setContext(tagName, attributeName);
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        if (value == null || !inText) {
            super.writeUserContent(value);
            return;
        }
        Matcher chinese = CHINESE.matcher(value);
        int from = 0;
        while (chinese.find()) {
            super.writeUserContent(value.substring(from, chinese.start()));
            writeContent("<span lang=\"zh-CN\">");
            super.writeUserContent(chinese.group());
            writeContent("</span>");
            from = chinese.end();
        }
        super.writeUserContent(value.substring(from));
    }
}
