package org.yicheng.reminders.store;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what lies in the outbox through the configured SMTP server; what is not taken is tried again, later each time.
 * A letter keeps its Message-ID, so that a mail server can tell a repeat after a crash between sending and noting it.
 */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_FAILURE = 300;

    /** How long to wait after each failure; after the last one the letter is given up. */
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;
    private final Outbox outbox;

    Postman(ObjectProvider<JavaMailSender> server, MailSettings settings, Outbox outbox) {
        this.server = server;
        this.settings = settings;
        this.outbox = outbox;
    }

    /** Can anything be sent? */
    public boolean works() {
        return server.getIfAvailable() != null && !settings.from().isBlank();
    }

    /** Empties the outbox as far as it is due. */
    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    public void send() {
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null || settings.from().isBlank()) {
            return;
        }
        List<Outbox.Claimed> claimed;
        do {
            claimed = outbox.claim(MOST_AT_ONCE);
            claimed.forEach(one -> send(sender, one));
        } while (claimed.size() == MOST_AT_ONCE);
    }

    private void send(JavaMailSender sender, Outbox.Claimed claimed) {
        Outbox.Letter letter = claimed.letter();
        try {
            sender.send(message(sender, letter));
            outbox.sent(letter.key());
        } catch (MailException | MessagingException e) {
            Optional<Duration> again = claimed.attempt() > PATIENCE.size()
                    ? Optional.empty()
                    : Optional.of(PATIENCE.get(claimed.attempt() - 1));
            String said = String.valueOf(e.getMessage());
            outbox.failed(letter.key(), said.substring(0, Math.min(said.length(), LONGEST_FAILURE)), again);
            LOG.warn("mail {} was not taken, attempt {}", id(letter), claimed.attempt());
        }
    }

    private MimeMessage message(JavaMailSender sender, Outbox.Letter letter) throws MessagingException {
        MimeMessage message = new Numbered(sender.createMimeMessage(), "<" + id(letter) + "@yicheng>");
        MimeMessageHelper helper =
                new MimeMessageHelper(message, !letter.calendar().isEmpty(), StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.subject());
        helper.setText(letter.body());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.calendar().isEmpty()) {
            helper.addAttachment(
                    "limit.ics",
                    new ByteArrayResource(letter.calendar().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; method=PUBLISH; charset=UTF-8");
        }
        return message;
    }

    private static UUID id(Outbox.Letter letter) {
        return UUID.nameUUIDFromBytes(letter.key().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps its Message-ID where the library would invent another with each attempt. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(MimeMessage empty, String number) {
            super(empty.getSession());
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
