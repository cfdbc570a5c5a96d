package org.yicheng.party.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys and their owners for Spring Security; an owner is an account, its handle the sixteen bytes of its id. */
@Component
class PasskeyRows implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final String COLUMNS = """
            select id, account, label, public_key, attestation, signature_count, transports, backup_eligible,
                   backup_state, created_at, used_at
              from party.passkey
            """;

    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A new passkey, or the next count of signatures of a known one. */
    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
                        insert into party.passkey (id, account, label, public_key, attestation, signature_count,
                                                   transports, backup_eligible, backup_state, created_at)
                        values (:id, :account, :label, :key, :attestation, :count, :transports, :eligible, :state, :now)
                        on conflict (id) do update
                           set signature_count = excluded.signature_count, backup_state = excluded.backup_state,
                               used_at = excluded.created_at
                        """)
                .param("id", record.getCredentialId().getBytes())
                .param("account", account(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param(
                        "attestation",
                        Optional.ofNullable(record.getAttestationObject())
                                .orElseThrow()
                                .getBytes())
                .param("count", record.getSignatureCount())
                .param("transports", transports(record.getTransports()))
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param("now", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.getBytes())
                .query(PasskeyRows::row)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(COLUMNS + " where account = :account order by created_at, id")
                .param("account", account(handle))
                .query(PasskeyRows::row)
                .list();
    }

    private static CredentialRecord row(ResultSet row, int at) throws SQLException {
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(handle(row.getObject("account", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(new byte[0]))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(Stream.of(row.getString("transports").split(" "))
                        .filter(transport -> !transport.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return owner("id = :value", account(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return owner("login = :value", login);
    }

    private @Nullable PublicKeyCredentialUserEntity owner(String where, Object value) {
        return jdbc.sql("select id, login, name from party.account where closed_at is null and kind = 'STAFF' and "
                        + where)
                .param("value", value)
                .query((row, _) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(row.getObject("id", UUID.class)))
                        .name(row.getString("login"))
                        .displayName(row.getString("name"))
                        .build())
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("accounts are made by Accounts, not by passkeys: " + owner.getName());
    }

    /** Whether the account has one-time codes; holds its row, so that no two removals pass at once. */
    boolean hasCodes(UUID account) {
        return jdbc.sql("select totp is not null from party.account where id = :id for update")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from party.passkey where id = :id")
                .param("id", id.getBytes())
                .update();
    }
}
