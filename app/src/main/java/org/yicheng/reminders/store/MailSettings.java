package org.yicheng.reminders.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent, beside Spring's own {@code spring.mail.*} (host, port, user, password, TLS).
 *
 * @param from the sender's address; without it, or without {@code spring.mail.host}, nothing is sent
 */
@ConfigurationProperties("yicheng.mail")
record MailSettings(@DefaultValue("") String from) {}
