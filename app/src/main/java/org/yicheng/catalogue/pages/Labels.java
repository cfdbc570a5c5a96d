package org.yicheng.catalogue.pages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yicheng.party.Scopes;
import org.yicheng.web.Shell;

/** What kinds and bodies are called on a page. */
@Component
public class Labels {

    private final ObjectProvider<Scopes> scopes;

    Labels(ObjectProvider<Scopes> scopes) {
        this.scopes = scopes;
    }

    /** A kind by its word, a body by its name, a year as it is. */
    public String of(Shell shell, String value) {
        if (shell.words().has(value)) {
            return shell.say(value);
        }
        return scopes.orderedStream()
                .flatMap(source -> source.all().stream())
                .filter(scope -> scope.id().equals(value))
                .findFirst()
                .map(scope -> shell.say(scope.name()))
                .orElse(value);
    }
}
