package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Proxies;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.Voices.Instruction;
import org.yicheng.assembly.VotingWeights;
import org.yicheng.count.Weight;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Votes by name, weights and proxies over REST; weights are decimal strings such as {@code "12.5"}. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "voices", description = "记名表决、份额、委托 Votes by name, weights, proxies")
class VoiceApi {

    private final Voices voices;
    private final Proxies proxies;
    private final VotingWeights weights;
    private final Scope scope;

    VoiceApi(Voices voices, Proxies proxies, VotingWeights weights, Scope scope) {
        this.voices = voices;
        this.proxies = proxies;
        this.weights = weights;
        this.scope = scope;
    }

    /** Parts of a weight as decimal strings; what is left out is nothing. */
    record Split(Optional<String> votesFor, Optional<String> against, Optional<String> abstain) {
        Voices.Parts parts() {
            return new Voices.Parts(
                    weight("votesFor", votesFor), weight("against", against), weight("abstain", abstain));
        }
    }

    /** Either a mark or a split. */
    record Cast(String member, Optional<Mark> mark, Optional<Split> split) {
        Instruction instruction() {
            return mark.<Instruction>map(Instruction.Whole::new)
                    .or(() -> split.map(parts -> new Instruction.Split(parts.parts())))
                    .orElseThrow(() -> new RefusedException(Refusal.at("mark", "assembly.voice-missing")));
        }
    }

    /** A vote with its weights as decimal strings. */
    record Given(
            String member,
            String name,
            String groupName,
            String weight,
            String votesFor,
            String against,
            String abstain,
            String by) {
        static Given of(Voices.Voice voice) {
            return new Given(
                    voice.member(),
                    voice.name(),
                    voice.groupName(),
                    voice.carried().toString(),
                    voice.parts().votesFor().toString(),
                    voice.parts().against().toString(),
                    voice.parts().abstain().toString(),
                    voice.by());
        }
    }

    record Weighed(String all, String present, String votesFor, String against, String abstain, String notVoted) {}

    record NewProxy(Optional<String> sitting, String giver, String holder, Optional<String> document) {}

    record NewWeights(Map<String, String> weights, String reason) {}

    record Heard(boolean carried) {}

    record Special(String key) {}

    private static Weight weight(String field, Optional<String> given) {
        return given.filter(text -> !text.isEmpty())
                .map(text -> weight(field, text))
                .orElse(Weight.ZERO);
    }

    private static Weight weight(String field, String text) {
        return Weight.parse(text)
                .orElseThrow(() -> new RefusedException(
                        Refusal.at(field, "assembly.weight-form", "value", text, "places", Weight.PLACES)));
    }

    private static UUID person(UUID question) {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", question)));
    }

    @Operation(summary = "记名表决，可以分开表决，可以代委托人表决 Vote by name, for oneself or for a giver of a proxy")
    @PostMapping("/questions/{id}/voices")
    @Needs(Permission.VOTE)
    Given cast(@PathVariable UUID id, @RequestBody Cast cast) {
        return Given.of(
                voices.cast(id, person(id), cast.member(), cast.instruction()).orThrow());
    }

    @Operation(summary = "唱名时由计票人登记 A teller enters the answer of a member called")
    @PostMapping("/questions/{id}/answers")
    @Needs(Permission.HANDS_ENTER)
    Given answer(@PathVariable UUID id, @RequestBody Cast cast) {
        scope.question(id, Permission.HANDS_ENTER);
        return Given.of(voices.answer(id, cast.member(), cast.instruction()).orThrow());
    }

    @Operation(summary = "记名表决的名单，宣布后公开 Who voted how; public after declaration")
    @GetMapping("/questions/{id}/voices")
    @Needs(Permission.PUBLIC_READ)
    List<Given> voices(@PathVariable UUID id) {
        scope.question(id, Permission.PUBLIC_READ);
        return voices.of(id).stream().map(Given::of).toList();
    }

    @Operation(summary = "按份额的结果 The result by weight")
    @GetMapping("/questions/{id}/weighed")
    @Needs(Permission.PUBLIC_READ)
    Weighed weighed(@PathVariable UUID id) {
        Question question = scope.question(id, Permission.PUBLIC_READ);
        return voices.weighed(id)
                .filter(_ -> question.state() == Question.State.DECLARED)
                .map(one -> new Weighed(
                        one.all().toString(),
                        one.present().toString(),
                        one.parts().votesFor().toString(),
                        one.parts().against().toString(),
                        one.parts().abstain().toString(),
                        one.notVoted().toString()))
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.weighed.unknown", "value", id)));
    }

    @Operation(summary = "提出异议或者要求计票 Object, or demand a count")
    @PostMapping("/questions/{id}/objections")
    @Needs(Permission.VOTE)
    Question object(@PathVariable UUID id) {
        return voices.object(id, person(id)).orThrow();
    }

    @Operation(summary = "主持人宣布听到的结果 The chair says what was heard")
    @PostMapping("/questions/{id}/heard")
    @Needs(Permission.QUESTION_MOVE)
    Question hear(@PathVariable UUID id, @RequestBody Heard heard) {
        scope.question(id, Permission.QUESTION_MOVE);
        return voices.hear(id, heard.carried()).orThrow();
    }

    @Operation(summary = "确定本项适用的专门表决规则 Lay down the particular rule a question needs")
    @PutMapping("/questions/{id}/rule")
    @Needs(Permission.SITTING_PREPARE)
    Question decideBy(@PathVariable UUID id, @RequestBody Special special) {
        scope.question(id, Permission.SITTING_PREPARE);
        return voices.decideBy(id, special.key()).orThrow();
    }

    @Operation(summary = "成员份额 Members' weights")
    @GetMapping("/bodies/{body}/weights")
    @Needs(Permission.ROSTER_READ)
    Map<String, String> weights(@PathVariable String body) {
        Map<String, String> shown = new LinkedHashMap<>();
        weights.of(scope.body(body, Permission.ROSTER_READ).id())
                .forEach((member, weight) -> shown.put(member, weight.toString()));
        return shown;
    }

    @Operation(summary = "设定份额 Set members' weights")
    @PutMapping("/bodies/{body}/weights")
    @Needs(Permission.ROSTER_IMPORT)
    Map<String, String> weigh(@PathVariable String body, @RequestBody NewWeights asked) {
        scope.body(body, Permission.ROSTER_IMPORT);
        Map<String, Weight> read = new LinkedHashMap<>();
        asked.weights().forEach((member, text) -> read.put(member, weight("weights", text)));
        weights.set(body, read, asked.reason()).orThrow();
        return weights(body);
    }

    @Operation(summary = "委托 Proxies of a body")
    @GetMapping("/bodies/{body}/proxies")
    @Needs(Permission.ROSTER_READ)
    List<Proxies.Proxy> proxies(@PathVariable String body) {
        return proxies.of(scope.body(body, Permission.ROSTER_READ).id());
    }

    @Operation(summary = "登记委托 Register a proxy")
    @PostMapping("/bodies/{body}/proxies")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Proxies.Proxy give(@PathVariable String body, @RequestBody NewProxy proxy) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return proxies.give(
                        body,
                        proxy.sitting(),
                        proxy.giver(),
                        proxy.holder(),
                        proxy.document().orElse(""))
                .orThrow();
    }

    @Operation(summary = "撤回委托 Withdraw a proxy")
    @DeleteMapping("/bodies/{body}/proxies/{id}")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Proxies.Proxy withdraw(@PathVariable String body, @PathVariable UUID id) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        if (proxies.byId(id).filter(proxy -> proxy.body().equals(body)).isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.proxy.unknown", "value", id));
        }
        return proxies.withdraw(id).orThrow();
    }
}
