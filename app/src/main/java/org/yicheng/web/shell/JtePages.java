package org.yicheng.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.yicheng.rule.Language;
import org.yicheng.web.Pages;
import org.yicheng.web.Shell;
import org.yicheng.web.Vocabularies;
import org.yicheng.web.Worded;

/** Pages from the templates compiled at build time. */
@Component
class JtePages implements Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Shells shells;
    private final ObjectProvider<Vocabularies> vocabularies;

    JtePages(Shells shells, ObjectProvider<Vocabularies> vocabularies) {
        this.shells = shells;
        this.vocabularies = vocabularies;
    }

    @Override
    public View show(String template, Object view) {
        return show(template, view, HttpServletResponse.SC_OK);
    }

    @Override
    public View show(String template, Object view, int status) {
        return (_, _, response) -> {
            Utf8ByteOutput output = new Utf8ByteOutput();
            Shell shell = shells.current();
            // Rendered whole before the first byte leaves, so that a failing template still becomes an error page.
            engine.render(template + ".jte", parameters(shell, view), marked(output, shell.language()));
            response.setStatus(status);
            response.setLocale(shell.language().locale());
            send(response, output);
        };
    }

    /** A page about a body says what that body calls its members. */
    private Shell spoken(Shell shell, Object view) {
        Vocabularies known = vocabularies.getIfAvailable();
        return known != null && view instanceof Worded worded ? shell.speaking(known.of(worded.wordsOf())) : shell;
    }

    private static void send(HttpServletResponse response, Utf8ByteOutput output) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    @Override
    public String fragment(String template, Object view, Language language) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", parameters(shells.neutral(language), view), marked(output, language));
        return output.toString();
    }

    private static TemplateOutput marked(TemplateOutput output, Language language) {
        return language == Language.EN ? new MarkedOutput(output) : output;
    }

    private Map<String, Object> parameters(Shell shell, Object view) {
        return Map.of("shell", spoken(shell, view), "view", view);
    }
}
