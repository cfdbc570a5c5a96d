package org.yicheng.library.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Group;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Words;

/** The audiences a document can be given to, by name. */
@Component
public class Audiences {

    private static final List<Role> STAFF = List.of(Role.SECRETARIAT, Role.CHAIR, Role.TELLER);

    private final Bodies bodies;
    private final Words words;

    Audiences(Bodies bodies, Words words) {
        this.bodies = bodies;
        this.words = words;
    }

    /** @param group whether it is a delegation, sector or class */
    public record Choice(String key, Bilingual name, boolean group) {}

    List<Choice> of(Document document) {
        List<Choice> choices = new ArrayList<>();
        if (document.secrecy() == Document.Secrecy.OPEN) {
            choices.add(choice(new Audience.Everybody(), false));
        }
        choices.add(choice(new Audience.Members(document.body()), false));
        for (Body child : bodies.childrenOf(document.body())) {
            choices.add(choice(new Audience.Members(child.id()), false));
        }
        for (Role role : STAFF) {
            choices.add(choice(new Audience.Holders(document.body(), role), false));
        }
        for (Group group : bodies.groupsOf(document.body())) {
            choices.add(choice(new Audience.OfGroup(document.body(), group.code()), true));
        }
        return choices;
    }

    private Choice choice(Audience audience, boolean group) {
        return new Choice(audience.key(), name(audience), group);
    }

    Bilingual name(Audience audience) {
        return switch (audience) {
            case Audience.Everybody _ -> both("library.to-everybody");
            case Audience.Members(String body) -> both("library.to-members", "body", bodyName(body));
            case Audience.OfGroup(String body, String group) ->
                bodies.groupsOf(body).stream()
                        .filter(one -> one.code().equals(group))
                        .map(one -> new Bilingual(one.name(), one.name()))
                        .findFirst()
                        .orElse(new Bilingual(group, group));
            case Audience.Holders(String _, Role role) -> both("library.role-" + role);
        };
    }

    private Bilingual bodyName(String body) {
        return bodies.byId(body).map(Body::shortName).orElse(new Bilingual(body, body));
    }

    private Bilingual both(String key, Object... facts) {
        return new Bilingual(words.say(Language.ZH, key, facts), words.say(Language.EN, key, facts));
    }

    /** The names of several, as one line. */
    public Bilingual line(List<Audience> several) {
        List<Bilingual> names = several.stream().map(this::name).toList();
        return new Bilingual(
                names.stream().map(Bilingual::zh).collect(Collectors.joining("、")),
                names.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
    }

    List<Audience> parse(List<String> keys, List<Refusal> reasons) {
        List<Audience> parsed = new ArrayList<>();
        for (String key : keys) {
            Audience.parse(key)
                    .ifPresentOrElse(
                            parsed::add,
                            () -> reasons.add(Refusal.at("audience", "library.audience-form", "value", key)));
        }
        return parsed;
    }
}
