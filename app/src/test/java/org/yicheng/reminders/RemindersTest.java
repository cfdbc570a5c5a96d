package org.yicheng.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.store.DeadlineWatch;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.reminders.Reminders.Preference;
import org.yicheng.reminders.store.Postman;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** Mails go through a real SMTP server, each once, to whom they concern; calendars follow the limits. */
@YichengTest(properties = {"spring.mail.host=127.0.0.1", "yicheng.mail.from=yicheng@city.example"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemindersTest {

    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final String OFFICE = "reminders-office";
    private static final String ORGAN = "reminders-organ";

    static {
        SERVER.start();
    }

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        int port = SERVER.getSmtp().getPort();
        properties.add("spring.mail.port", () -> port);
    }

    @Autowired
    Reminders reminders;

    @Autowired
    Postman postman;

    @Autowired
    Matters matters;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private UUID office = new UUID(0, 0);
    private UUID organ = new UUID(0, 0);

    @BeforeAll
    void subscribers() throws Exception {
        on("2024-02-05");
        office = account(OFFICE);
        organ = account(ORGAN);
        confirmed(office, OFFICE, "office@city.example");
        confirmed(organ, ORGAN, "organ@city.example");
    }

    @BeforeEach
    void onTheFifthOfFebruary() throws Exception {
        on("2024-02-05");
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    void backToToday() {
        SERVER.stop();
        ((PlatformClock) clock).set(Instant.now());
    }

    private void on(String day) {
        ((PlatformClock) clock)
                .set(OffsetDateTime.parse(day + "T09:00:00+08:00").toInstant());
    }

    private void later(Duration time) {
        ((PlatformClock) clock).set(clock.instant().plus(time));
    }

    private UUID account(String scope) {
        String login = "reminders-" + UUID.randomUUID();
        UUID account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true)
                .id();
        accounts.giveRole(account, Role.SECRETARIAT, scope);
        return account;
    }

    private static <T> T as(UUID account, String scope, Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        new Caller(
                        Optional.of(account),
                        Optional.empty(),
                        "演示",
                        true,
                        Set.of(new Caller.Grant(Role.SECRETARIAT, scope)))
                .run(() -> result.set(action.get()));
        return result.get();
    }

    private void confirmed(UUID account, String scope, String address) throws Exception {
        as(account, scope, () -> reminders.ask(address)).orThrow();
        postman.send();
        String code = code(to(address).getLast());
        as(account, scope, () -> reminders.confirm(code)).orThrow();
    }

    private static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(one -> GreenMailUtil.getHeaders(one).contains(address))
                .toList();
    }

    private static String text(Message message) throws Exception {
        Object content = message.getContent();
        while (content instanceof MimeMultipart parts) {
            content = parts.getBodyPart(0).getContent();
        }
        return String.valueOf(content);
    }

    private static String code(Message message) throws Exception {
        Matcher found = CODE.matcher(text(message));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String calendar(MimeMessage message) throws Exception {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContentType().startsWith("text/calendar")) {
                assertThat(part.getContentType()).contains("method=PUBLISH");
                try (InputStream in = part.getInputStream()) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
                }
            }
        }
        throw new AssertionError("no calendar");
    }

    private Matter assigned() {
        return as(office, OFFICE, () -> {
            Matter matter = matters.open(new Matter.Opening(
                            "suggestion",
                            "national",
                            "",
                            "reminders/suggestion",
                            "关于增设社区食堂的建议",
                            List.of(
                                    new Matter.Party("author", Matter.Holder.body("reminders-author"), "演示代表"),
                                    new Matter.Party("office", Matter.Holder.body(OFFICE), "演示办公室"),
                                    new Matter.Party("organ", Matter.Holder.body(ORGAN), "演示单位")),
                            true))
                    .orThrow();
            for (String step : List.of("submit", "accept", "assign")) {
                matter = matters.carry(matter.id(), Matter.Move.of(step, matter.version()))
                        .orThrow();
            }
            return matter;
        });
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    @Test
    void anAddressCountsOnceItsCodeWasTypedIn() throws Exception {
        UUID somebody = account(OFFICE);
        for (String wrong :
                List.of("", "nobody", "a@b@c", "a b@c.example", "x@y.example, z@y.example", "Name <x@y.example>")) {
            assertThat(codes(as(somebody, OFFICE, () -> reminders.ask(wrong))))
                    .as(wrong)
                    .containsExactly("reminders.not-an-address");
        }
        assertThat(codes(as(somebody, OFFICE, () -> reminders.confirm("123456"))))
                .containsExactly("reminders.no-code");
        as(somebody, OFFICE, () -> reminders.ask("somebody@city.example")).orThrow();
        postman.send();
        MimeMessage mail = to("somebody@city.example").getLast();
        assertThat(mail.getSubject()).isEqualTo("【议成】确认邮箱 / [Yicheng] Confirm your address");
        assertThat(text(mail)).contains("您的确认码是", "Your code is");
        String code = code(mail);
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(codes(as(somebody, OFFICE, () -> reminders.confirm(wrong)))).containsExactly("reminders.code-wrong");
        assertThat(as(somebody, OFFICE, reminders::own).address()).isEmpty();
        Preference own =
                as(somebody, OFFICE, () -> reminders.confirm(" " + code + " ")).orThrow();
        assertThat(own.address()).contains("somebody@city.example");
        assertThat(own.asked()).isEmpty();
        assertThat(jdbc.sql("select body from reminders.outbox where account = :account")
                        .param("account", somebody)
                        .query(String.class)
                        .list())
                .containsExactly("");
        assertThat(as(somebody, OFFICE, reminders::forget).orThrow().address()).isEmpty();
    }

    @Test
    void aCodeLapsesAndIsGuessedAtOnlyFiveTimes() throws Exception {
        UUID somebody = account(OFFICE);
        as(somebody, OFFICE, () -> reminders.ask("guess@city.example")).orThrow();
        postman.send();
        String code = code(to("guess@city.example").getLast());
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < Reminders.CODE_TRIES; i++) {
            assertThat(codes(as(somebody, OFFICE, () -> reminders.confirm(wrong))))
                    .containsExactly("reminders.code-wrong");
        }
        assertThat(codes(as(somebody, OFFICE, () -> reminders.confirm(code)))).containsExactly("reminders.code-over");
        as(somebody, OFFICE, () -> reminders.ask("guess@city.example")).orThrow();
        postman.send();
        String second = code(to("guess@city.example").getLast());
        later(Duration.ofMinutes(Reminders.CODE_MINUTES).plusSeconds(1));
        assertThat(codes(as(somebody, OFFICE, () -> reminders.confirm(second)))).containsExactly("reminders.code-over");
        for (int i = 2; i < Reminders.CODES_AN_HOUR; i++) {
            later(Duration.ofSeconds(1));
            as(somebody, OFFICE, () -> reminders.ask("guess@city.example")).orThrow();
        }
        assertThat(codes(as(somebody, OFFICE, () -> reminders.ask("guess@city.example"))))
                .containsExactly("reminders.too-many-codes");
    }

    @Test
    void whoeverIsConcernedIsToldOnce() throws Exception {
        Matter matter = assigned();
        postman.send();
        postman.send();
        assertThat(to("office@city.example")).hasSize(1);
        MimeMessage turn = to("organ@city.example").getFirst();
        assertThat(to("organ@city.example")).hasSize(1);
        assertThat(turn.getSubject()).isEqualTo("（演示）【议成】轮到您办理：关于增设社区食堂的建议");
        assertThat(text(turn)).contains("主办单位", "lead organ", "/matters/" + matter.id(), "/account/reminders");
        assertThat(turn.getFrom()[0].toString()).isEqualTo("yicheng@city.example");
        SERVER.purgeEmailFromAllMailboxes();

        on("2024-04-06");
        watch.look();
        watch.look();
        postman.send();
        assertThat(to("office@city.example")).isEmpty();
        assertThat(to("organ@city.example")).hasSize(1);
        MimeMessage near = to("organ@city.example").getFirst();
        assertThat(near.getSubject()).contains("期限临近：答复");
        assertThat(text(near)).contains("2024年5月6日（星期一）", "《代表法》第五十一条第二款", "Monday, 6 May 2024");
        assertThat(calendar(near))
                .contains("METHOD:PUBLISH", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20240506", "关于增设社区食堂的建议");
        SERVER.purgeEmailFromAllMailboxes();

        on("2024-05-07");
        watch.look();
        watch.look();
        postman.send();
        postman.send();
        // Whoever supervises learns of what was missed, too.
        assertThat(to("office@city.example")).hasSize(1);
        assertThat(to("organ@city.example")).hasSize(1);
        assertThat(to("office@city.example").getFirst().getSubject()).contains("期限已过：答复");
    }

    @Test
    void whatIsNotWantedIsNotSentAndWhatWasUndoneIsNotTold() {
        as(organ, ORGAN, () -> reminders.choose(false, true, true)).orThrow();
        assigned();
        postman.send();
        assertThat(to("organ@city.example")).isEmpty();
        as(organ, ORGAN, () -> reminders.choose(true, true, true)).orThrow();
        SERVER.getReceivedMessages();
        transaction.executeWithoutResult(status -> {
            assigned();
            status.setRollbackOnly();
        });
        postman.send();
        assertThat(to("organ@city.example")).isEmpty();
    }

    @Test
    void aServerThatIsDownGetsTheMailLaterAndOnce() {
        UUID somebody = account(OFFICE);
        SERVER.getSmtp().stopService();
        as(somebody, OFFICE, () -> reminders.ask("later@city.example")).orThrow();
        postman.send();
        Reminders.Mail waiting = as(somebody, OFFICE, () -> reminders.mails(5)).getFirst();
        assertThat(waiting.sent()).isEmpty();
        assertThat(waiting.givenUp()).isFalse();
        assertThat(waiting.failure()).isPresent();
        int port = SERVER.getSmtp().getPort();
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            postman.send();
            assertThat(again.getReceivedMessages()).isEmpty();
            later(Duration.ofSeconds(61));
            postman.send();
            postman.send();
            assertThat(again.getReceivedMessages()).hasSize(1);
            assertThat(as(somebody, OFFICE, () -> reminders.mails(5)).getFirst().sent())
                    .isPresent();
        } finally {
            again.stop();
            SERVER.reset();
        }
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, String token)
            throws Exception {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse answer =
                web.perform(request.with(csrf())).andReturn().getResponse();
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return answer;
    }

    @Test
    void oneCalendarAddressOpensOnesOwnLimitsUntilItEnds() throws Exception {
        Matter matter = assigned();
        UUID reader = account(ORGAN);
        String token = accounts.issueToken(reader, Instant.now().plus(Duration.ofHours(1)));
        String page = ask(post("/account/reminders/feed"), token).getContentAsString();
        Matcher key = Pattern.compile("tasks\\.ics\\?key=([A-Za-z0-9_-]{43})").matcher(page);
        assertThat(key.find()).isTrue();
        String address = "/matters/tasks.ics?key=" + key.group(1);
        String calendar = ask(get(address), "").getContentAsString().replace("\r\n ", "");
        assertThat(calendar)
                .contains(
                        "BEGIN:VCALENDAR",
                        "DTSTART;VALUE=DATE:20240506",
                        matter.id().toString());
        assertThat(ask(get("/matters/tasks.ics"), "").getStatus()).isEqualTo(404);
        assertThat(ask(get("/matters/tasks.ics?key=guess"), "").getStatus()).isEqualTo(404);
        assertThat(ask(get("/account/reminders"), token).getContentAsString()).doesNotContain(key.group(1));
        ask(post("/account/reminders/feed"), token);
        assertThat(ask(get(address), "").getStatus()).isEqualTo(404);
        String second = as(reader, ORGAN, reminders::newFeed);
        assertThat(ask(get("/matters/tasks.ics?key=" + second), "").getStatus()).isEqualTo(200);
        accounts.endRole(reader, Role.SECRETARIAT, ORGAN);
        assertThat(ask(get("/matters/tasks.ics?key=" + second), "").getContentAsString())
                .doesNotContain(matter.id().toString());
        as(reader, ORGAN, reminders::endFeed).orThrow();
        assertThat(ask(get("/matters/tasks.ics?key=" + second), "").getStatus()).isEqualTo(404);
    }

    @Test
    void thePageTakesAnAddressAndTheInterfaceTheSame() throws Exception {
        UUID reader = account(ORGAN);
        String token = accounts.issueToken(reader, Instant.now().plus(Duration.ofHours(1)));
        assertThat(ask(get("/account/reminders"), token).getStatus()).isEqualTo(200);
        assertThat(ask(post("/account/reminders/address").param("address", "nobody"), token)
                        .getContentAsString())
                .contains("href=\"#f-address\"", "value=\"nobody\"");
        assertThat(ask(post("/account/reminders/address").param("address", "page@city.example"), token)
                        .getStatus())
                .isEqualTo(303);
        postman.send();
        assertThat(ask(
                                post("/account/reminders/confirm")
                                        .param(
                                                "code",
                                                code(to("page@city.example").getLast())),
                                token)
                        .getStatus())
                .isEqualTo(303);
        assertThat(ask(get("/api/v1/account/reminders"), token).getContentAsString())
                .contains("\"address\":\"page@city.example\"", "\"server\":true");
        assertThat(ask(get("/api/v1/account/reminders/mails"), token).getContentAsString())
                .contains("CODE");
    }
}
