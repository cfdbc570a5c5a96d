package org.yicheng.document.store;

import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.document.Codes;
import org.yicheng.document.Output;
import org.yicheng.document.Papers;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Moments;

/** Papers in PostgreSQL. */
@Component
class JdbcPapers implements Papers {

    private static final Set<String> ALLOWED =
            Set.of("p", "h2", "h3", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "b");
    private static final Set<String> ATTRIBUTES = Set.of("class", "colspan");
    private static final int MOST = 500_000;

    private final JdbcClient jdbc;
    private final Typesetter typesetter;
    private final Journal journal;
    private final Clock clock;
    private final String address;

    JdbcPapers(JdbcClient jdbc, Typesetter typesetter, Journal journal, Clock clock, HomeProperties home) {
        this.address = home.publicUrl();
        this.jdbc = jdbc;
        this.typesetter = typesetter;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Paper issue(NewPaper paper) {
        List<Refusal> faults = faults(paper);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        jdbc.sql("""
                        insert into document.paper (id, kind, subject, version, number, issuer, title, body, signed_by, form,
                                                    audience, demo, issued_at, code, sha256)
                        select :id, :kind, :subject, coalesce(max(version), 0) + 1, :number, :issuer, :title, :body, :signedBy,
                               :form, :audience, :demo, :at, :code, :sha256
                          from document.paper where kind = :kind and subject = :subject
                        """)
                .param("id", id)
                .param("kind", paper.kind())
                .param("subject", paper.subject())
                .param("number", paper.number())
                .param("issuer", paper.issuer())
                .param("title", paper.title())
                .param("body", paper.html())
                .param("signedBy", paper.signedBy())
                .param("form", paper.form().name())
                .param("audience", paper.audience().name())
                .param("demo", paper.demo())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("code", Codes.next())
                .param("sha256", digest(paper, now))
                .update();
        Paper issued = byId(id).orElseThrow();
        act(
                "document.paper.issue",
                issued,
                Map.of("kind", issued.kind(), "version", "" + issued.version(), "sha256", issued.sha256()));
        return issued;
    }

    private static List<Refusal> faults(NewPaper paper) {
        List<Refusal> faults = new ArrayList<>();
        if (paper.title().isBlank() || paper.title().length() > 200) {
            faults.add(Refusal.at(
                    "title", "document.title-length", "value", paper.title().length(), "most", 200));
        }
        if (paper.html().length() > MOST) {
            faults.add(Refusal.at(
                    "html", "document.text-too-long", "value", paper.html().length(), "most", MOST));
            return faults;
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader("<body>" + paper.html() + "</body>"));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && !xml.getLocalName().equals("body")) {
                    faults.addAll(elementFaults(xml));
                }
            }
        } catch (XMLStreamException e) {
            faults.add(Refusal.at("html", "document.text-broken", "why", String.valueOf(e.getMessage())));
        }
        return faults;
    }

    private static List<Refusal> elementFaults(XMLStreamReader xml) {
        List<Refusal> faults = new ArrayList<>();
        if (!ALLOWED.contains(xml.getLocalName())) {
            faults.add(Refusal.at("html", "document.element-unknown", "value", xml.getLocalName()));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!ATTRIBUTES.contains(xml.getAttributeLocalName(i))) {
                faults.add(Refusal.at("html", "document.attribute-unknown", "value", xml.getAttributeLocalName(i)));
            }
        }
        return faults;
    }

    private static String digest(NewPaper paper, Instant at) {
        String text = String.join(
                "\n",
                paper.kind(),
                paper.subject(),
                paper.number(),
                paper.issuer(),
                paper.title(),
                paper.html(),
                paper.signedBy(),
                at.toString());
        return Codes.sha256(text);
    }

    private void act(String verb, Paper paper, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.DOCUMENT_PUBLISH),
                verb,
                "paper:" + paper.id(),
                Optional.empty(),
                facts));
    }

    @Override
    public Optional<Paper> byId(UUID id) {
        return jdbc.sql("select * from document.paper where id = :id")
                .param("id", id)
                .query(JdbcPapers::row)
                .optional();
    }

    @Override
    public Optional<Paper> byCode(String code) {
        return jdbc.sql("select * from document.paper where code = :code")
                .param("code", Codes.typed(code))
                .query(JdbcPapers::row)
                .optional();
    }

    @Override
    public List<Paper> ofSubject(String subject) {
        return jdbc.sql("""
                        select distinct on (kind) * from document.paper where subject = :subject
                         order by kind, version desc
                        """).param("subject", subject).query(JdbcPapers::row).list().stream()
                .sorted(java.util.Comparator.comparing(Paper::issuedAt).thenComparing(Paper::kind))
                .toList();
    }

    private static Paper row(ResultSet row, int at) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getInt("version"),
                row.getString("number"),
                row.getString("issuer"),
                row.getString("title"),
                row.getString("body"),
                row.getString("signed_by"),
                Form.valueOf(row.getString("form")),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("demo"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                row.getString("sha256"),
                row.getBoolean("recalled"));
    }

    @Override
    @Transactional
    public void recall(UUID id, String reason) {
        Paper paper =
                byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("document.paper.unknown", "value", id)));
        jdbc.sql("update document.paper set recalled = true where id = :id")
                .param("id", id)
                .update();
        act("document.paper.recall", paper, Map.of("reason", reason));
    }

    @Override
    public byte[] file(UUID id, Output output) {
        Paper paper =
                byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("document.paper.unknown", "value", id)));
        Sheet sheet = paper.form() == Form.SHEET
                ? Sheet.plain(paper.title())
                : Sheet.gazette(new Sheet.Head(List.of(), paper.issuer(), paper.number(), paper.title(), ""));
        String day = new Moments(clock.getZone(), Language.ZH).fullDay(paper.issuedAt());
        sheet.checkedBody(paper.html());
        if (!paper.signedBy().isEmpty()) {
            sheet.signed(paper.signedBy(), day);
        }
        String trace = (paper.recalled() ? "此件已收回，不再有效。" : "")
                + (paper.demo() ? "演示文本，不是真实文件。" : "")
                + "核验码：" + paper.code() + "　SHA-256：" + paper.sha256();
        return typesetter.set(sheet.traced(trace, address + "/verify?code=" + paper.code()), output);
    }
}
