package org.yicheng.assembly.exchange;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Exchange;
import org.yicheng.assembly.FurtherMotions;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sittings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import tools.jackson.databind.json.JsonMapper;

/** Collects what an export needs and hands it to the writer of its format. */
@Component
class Exports implements Exchange {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final List<FurtherMotions> further;
    private final JsonMapper json;

    Exports(Bodies bodies, Sittings sittings, Questions questions, List<FurtherMotions> further, JsonMapper json) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.further = List.copyOf(further);
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] popolo(String body) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Popolo(bodies, sittings, questions, further)
                        .of(bodies.byId(body).orElseThrow(() -> unknown("assembly.body.unknown", body))));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] akomaNtoso(String sitting) {
        return new AkomaNtoso(bodies, sittings, questions)
                .of(sittings.byId(sitting).orElseThrow(() -> unknown("assembly.sitting.unknown", sitting)));
    }

    private static RefusedException unknown(String code, String value) {
        return new RefusedException(Refusal.plain(code, "value", value));
    }
}
