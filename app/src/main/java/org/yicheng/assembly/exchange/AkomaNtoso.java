package org.yicheng.assembly.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;

/**
 * The record of one sitting in Akoma Ntoso Version 1.0: attendance and votes both in words and, in the metadata, as
 * figures.
 */
final class AkomaNtoso {

    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** What a count or an outcome refers to. */
    private static final Map<String, String> CONCEPTS = Map.of(
            "due", "应到",
            "present", "实到",
            "required", "须达到",
            "for", "赞成",
            "against", "反对",
            "abstain", "弃权",
            "notPressed", "未按",
            "adopted", "通过",
            "rejected", "未通过",
            "void", "表决无效");

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;

    AkomaNtoso(Bodies bodies, Sittings sittings, Questions questions) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
    }

    /** What is written, read before the first element. */
    private record Record(Sitting sitting, Body body, Roll roll, List<Question> questions, LocalDate day) {}

    byte[] of(Sitting sitting) {
        Instant opened = sitting.openedAt().orElse(sitting.plannedAt());
        Record record = new Record(
                sitting,
                bodies.byId(sitting.body()).orElseThrow(),
                sittings.roll(sitting.id(), opened),
                questions.ofSitting(sitting.id()).stream()
                        .filter(question -> question.state() == Question.State.DECLARED)
                        .toList(),
                LocalDate.ofInstant(opened, ZONE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            write(new Elements(xml), record);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML into memory", e);
        }
        return out.toByteArray();
    }

    private static void write(Elements xml, Record record) throws XMLStreamException {
        xml.document(NAMESPACE, "akomaNtoso");
        xml.start("debate", "name", "minutes");
        xml.start("meta");
        identification(xml, record);
        analysis(xml, record);
        references(xml, record);
        xml.end();
        xml.start("preface");
        xml.start("p");
        xml.text("docTitle", record.body().name().zh() + record.sitting().name().zh());
        xml.end();
        xml.end();
        body(xml, record);
        xml.end();
        xml.finish();
    }

    private static void identification(Elements xml, Record record) throws XMLStreamException {
        String work = "/akn/cn/debate/" + record.body().id() + "/" + record.day() + "/"
                + record.sitting().id();
        String day = record.day().toString();
        xml.start("identification", "source", "#yicheng");
        xml.start("FRBRWork");
        named(xml, work, day, "sitting");
        xml.empty("FRBRcountry", "value", "cn");
        xml.end();
        xml.start("FRBRExpression");
        named(xml, work + "/zho@" + day, day, "record");
        xml.empty("FRBRlanguage", "language", "zho");
        xml.end();
        xml.start("FRBRManifestation");
        named(xml, work + "/zho@" + day + ".xml", day, "export");
        xml.empty("FRBRformat", "value", "application/xml");
        xml.end();
        xml.end();
    }

    private static void named(Elements xml, String uri, String day, String date) throws XMLStreamException {
        xml.empty("FRBRthis", "value", uri + "/!main");
        xml.empty("FRBRuri", "value", uri);
        xml.empty("FRBRdate", "date", day, "name", date);
        xml.empty("FRBRauthor", "href", "#body");
    }

    private static void analysis(Elements xml, Record record) throws XMLStreamException {
        xml.start("analysis", "source", "#yicheng");
        xml.start("parliamentary");
        xml.start("quorumVerification", "eId", "quorum_1");
        counts(
                xml,
                "quorum_1",
                List.of("due", "present", "required"),
                List.of(
                        record.roll().due(),
                        record.roll().present(),
                        record.roll().required()));
        xml.end();
        for (Question question : voted(record)) {
            Outcome outcome = question.outcome().orElseThrow();
            Outcome.Votes votes = outcome.votes();
            String id = "voting_" + question.number();
            xml.start(
                    "voting",
                    "eId",
                    id,
                    "outcome",
                    "#" + outcome.result().name().toLowerCase(java.util.Locale.ROOT),
                    "href",
                    "#dbsect_" + question.number());
            counts(
                    xml,
                    id,
                    List.of("due", "present", "required", "for", "against", "abstain", "notPressed"),
                    List.of(
                            outcome.due(),
                            outcome.present(),
                            outcome.required(),
                            votes.votesFor(),
                            votes.against(),
                            votes.abstain(),
                            votes.notPressed()));
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private static List<Question> voted(Record record) {
        return record.questions().stream()
                .filter(question -> question.outcome()
                        .filter(outcome -> outcome.result() != Outcome.Result.NOTED)
                        .isPresent())
                .toList();
    }

    private static void counts(Elements xml, String id, List<String> concepts, List<Integer> values)
            throws XMLStreamException {
        for (int i = 0; i < concepts.size(); i++) {
            xml.empty(
                    "count",
                    "eId",
                    id + "__count_" + (i + 1),
                    "value",
                    values.get(i).toString(),
                    "refersTo",
                    "#" + concepts.get(i));
        }
    }

    private static void references(Elements xml, Record record) throws XMLStreamException {
        xml.start("references", "source", "#yicheng");
        xml.empty(
                "TLCOrganization",
                "eId",
                "body",
                "href",
                "/akn/ontology/organization/cn/" + record.body().id(),
                "showAs",
                record.body().name().zh());
        xml.empty("TLCOrganization", "eId", "yicheng", "href", "/akn/ontology/organization/yicheng", "showAs", "议成");
        List<String> names = new ArrayList<>(CONCEPTS.keySet());
        names.sort(null);
        for (String name : names) {
            xml.empty(
                    "TLCConcept",
                    "eId",
                    name,
                    "href",
                    "/akn/ontology/concept/yicheng/" + name,
                    "showAs",
                    CONCEPTS.getOrDefault(name, name));
        }
        xml.end();
    }

    private static void body(Elements xml, Record record) throws XMLStreamException {
        Roll roll = record.roll();
        xml.start("debateBody");
        xml.start("debateSection", "eId", "dbsect_0", "name", "opening");
        xml.text("heading", "出席");
        xml.start("rollCall", "eId", "dbsect_0__rollCall_1");
        xml.text(
                "p",
                "应出席" + roll.due() + "名，实际出席" + roll.present() + "名，"
                        + (roll.met() ? "符合法定人数。" : "不足法定人数（须" + roll.required() + "名）。"));
        if (!record.sitting().presiding().isEmpty()) {
            xml.text("p", record.sitting().presiding() + "主持会议。");
        }
        xml.end();
        xml.end();
        for (Question question : record.questions()) {
            String id = "dbsect_" + question.number();
            xml.start(
                    "debateSection",
                    "eId",
                    id,
                    "name",
                    question.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            xml.text("heading", question.title().zh());
            xml.start("narrative", "eId", id + "__narrative_1");
            xml.inline(question.outcome()
                    .map(outcome -> outcome.announcement().zh().replace("\n", ""))
                    .orElse(""));
            xml.end();
            xml.end();
        }
        xml.end();
    }
}
