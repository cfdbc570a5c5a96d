package org.yicheng.proposals.handling.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Commitment;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Line;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.rule.Ruling;

/** One door to the steps of office, organs and author. */
@Component
class JdbcHandlings implements Handlings {

    private final OfficeSteps office;
    private final OrganSteps organs;
    private final ReplySteps reply;
    private final AuthorSteps author;
    private final Reader reader;
    private final Lines lines;
    private final HandlingRows rows;
    private final ReplyRows replies;
    private final Settings settings;

    JdbcHandlings(
            OfficeSteps office,
            OrganSteps organs,
            ReplySteps reply,
            AuthorSteps author,
            Reader reader,
            Lines lines,
            HandlingRows rows,
            ReplyRows replies,
            Settings settings) {
        this.office = office;
        this.organs = organs;
        this.reply = reply;
        this.author = author;
        this.reader = reader;
        this.lines = lines;
        this.rows = rows;
        this.replies = replies;
        this.settings = settings;
    }

    @Override
    public Ruling<Handling> screen(
            UUID filing, Screening screening, Optional<Inadmissible> inadmissible, String reason) {
        return office.screen(filing, screening, inadmissible, reason);
    }

    @Override
    public Ruling<Handling> assign(UUID filing, List<Share> shares, String reason) {
        return office.assign(filing, shares, reason);
    }

    @Override
    public Ruling<Handling> refuseObjection(UUID filing, String reason) {
        return office.refuseObjection(filing, reason);
    }

    @Override
    public Ruling<Handling> merge(UUID filing, UUID lead, String reason) {
        return office.merge(filing, lead, reason);
    }

    @Override
    public Ruling<Handling> separate(UUID filing, String reason) {
        return office.separate(filing, reason);
    }

    @Override
    public Ruling<Handling> key(UUID filing, String reason, String committee) {
        return office.key(filing, reason, committee);
    }

    @Override
    public Ruling<Handling> supervise(UUID filing, Supervision how) {
        return office.supervise(filing, how);
    }

    @Override
    public Ruling<Handling> decideExtension(UUID filing, Optional<StatutoryPeriod> whole, String reason) {
        return office.decideExtension(filing, whole, reason);
    }

    @Override
    public Ruling<Handling> noFeedback(UUID filing, String reason) {
        return office.noFeedback(filing, reason);
    }

    @Override
    public Ruling<Handling> rehandle(UUID filing, boolean again, String reason) {
        return office.rehandle(filing, again, reason);
    }

    @Override
    public Ruling<Handling> coordinated(UUID filing, String reason) {
        return office.coordinated(filing, reason);
    }

    @Override
    public Ruling<Handling> raise(UUID filing, String code, Optional<LocalDate> promised, String evidence) {
        return office.raise(filing, code, promised, evidence);
    }

    @Override
    public Ruling<Handling> receive(UUID filing, String organ) {
        return organs.receive(filing, organ);
    }

    @Override
    public Ruling<Handling> object(UUID filing, String organ, String reason) {
        return organs.object(filing, organ, reason);
    }

    @Override
    public Ruling<Handling> contact(UUID filing, String organ, Spoken spoken) {
        return organs.contact(filing, organ, spoken);
    }

    @Override
    public Ruling<Handling> opinion(UUID filing, String organ, String text) {
        return organs.opinion(filing, organ, text);
    }

    @Override
    public Ruling<Handling> draft(UUID filing, String organ, ReplyText text) {
        return reply.draft(filing, organ, text);
    }

    @Override
    public Ruling<Handling> submit(UUID filing, String organ) {
        return reply.submit(filing, organ);
    }

    @Override
    public Ruling<Handling> review(UUID filing, String organ, boolean passed, String remark) {
        return reply.review(filing, organ, passed, remark);
    }

    @Override
    public Ruling<Handling> askExtension(UUID filing, String organ, String reason) {
        return organs.askExtension(filing, organ, reason);
    }

    @Override
    public Ruling<Handling> fulfil(UUID commitment, Promise how, String evidence) {
        return organs.fulfil(commitment, how, evidence);
    }

    @Override
    public Ruling<Handling> judge(UUID filing, Grade attitude, Grade result, String reason) {
        return author.judge(filing, attitude, result, reason);
    }

    @Override
    public Ruling<Handling> judgeUnderSeal(UUID filing, Grade attitude, Grade result, String reason) {
        return author.judgeUnderSeal(filing, attitude, result, reason);
    }

    @Override
    public Optional<Handling> byFiling(UUID filing) {
        return reader.byFiling(filing);
    }

    @Override
    public List<Handling> byFilings(Collection<UUID> filings) {
        return reader.read(filings);
    }

    @Override
    public Optional<Handling> byMatter(UUID matter) {
        return reader.filingOf(matter).flatMap(reader::byFiling);
    }

    @Override
    public List<Handling> ofOrgan(String organ) {
        return reader.read(reader.ofOrgan(organ));
    }

    @Override
    public List<Line> linesOfOrgan(String organ) {
        return lines.ofOrgan(organ);
    }

    @Override
    public List<Line> linesOfBody(String body) {
        return lines.ofBody(body);
    }

    @Override
    public List<Handling> ofBody(String body) {
        return reader.read(reader.ofBody(body));
    }

    @Override
    public List<Line> linesAtGovernment() {
        return lines.atGovernment();
    }

    @Override
    public List<Handling> published(String words, long offset, int limit) {
        return reader.read(replies.published(words, offset, limit));
    }

    @Override
    public long publishedCount(String words) {
        return replies.publishedCount(words);
    }

    @Override
    public List<Commitment> commitments(String body) {
        return reader.commitments(body);
    }

    @Override
    public List<ReplyScheme> schemes() {
        return settings.schemes();
    }

    @Override
    public Setting setting(String body) {
        return settings.of(body);
    }

    @Override
    public Ruling<Setting> set(String body, Setting setting) {
        return settings.set(body, setting);
    }

    @Override
    public List<String> asked(Handling handling) {
        return ReplySteps.asked(handling.filing());
    }

    @Override
    public Ruling<Filing> conceal(UUID filing, String reason) {
        return author.conceal(filing, reason);
    }

    @Override
    public boolean concealed(UUID filing) {
        return rows.concealed(filing);
    }
}
