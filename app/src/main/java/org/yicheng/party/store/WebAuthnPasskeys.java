package org.yicheng.party.store;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Passkeys;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys checked by Spring Security's relying party, opened and closed in our own sessions. */
@Component
class WebAuthnPasskeys implements Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthnPasskeys.class);
    private static final int LONGEST_LABEL = 60;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PasskeyRows rows;
    private final AccountRows accounts;
    private final Challenges challenges;
    private final SignInWays signInWays;
    private final FirstSteps firstSteps;
    private final Throttle throttle;
    private final PartyActs acts;
    private final TransactionTemplate transaction;
    private final PublicKeyCredentialRpEntity house;
    private final Webauthn4JRelyingPartyOperations operations;

    WebAuthnPasskeys(
            PasskeyRows rows,
            AccountRows accounts,
            Challenges challenges,
            SignInWays signInWays,
            FirstSteps firstSteps,
            Throttle throttle,
            PartyActs acts,
            PlatformTransactionManager transactions,
            HomeProperties home) {
        this.rows = rows;
        this.accounts = accounts;
        this.challenges = challenges;
        this.signInWays = signInWays;
        this.firstSteps = firstSteps;
        this.throttle = throttle;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        URI address = URI.create(home.publicUrl());
        this.house = PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name("议成 Yicheng")
                .build();
        this.operations = new Webauthn4JRelyingPartyOperations(rows, rows, house, Set.of(origin(address)));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    public Ruling<String> creationOptions(UUID account) {
        int count = rows.findByUserId(PasskeyRows.handle(account)).size();
        if (count >= MOST) {
            return Ruling.refused(Refusal.plain("party.passkeys-at-most", "count", count, "most", MOST));
        }
        return Ruling.granted(json.writeValueAsString(creation(account, challenges.give(account))));
    }

    private PublicKeyCredentialCreationOptions creation(UUID account, Bytes challenge) {
        Bytes handle = PasskeyRows.handle(account);
        PublicKeyCredentialUserEntity owner =
                Optional.ofNullable(rows.findById(handle)).orElseThrow();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(house)
                .user(owner)
                .challenge(challenge)
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .excludeCredentials(rows.findByUserId(handle).stream()
                        .map(WebAuthnPasskeys::known)
                        .toList())
                .timeout(Challenges.GOOD_FOR)
                .build();
    }

    private static PublicKeyCredentialDescriptor known(CredentialRecord credential) {
        return PublicKeyCredentialDescriptor.builder()
                .id(credential.getCredentialId())
                .transports(credential.getTransports())
                .build();
    }

    @Override
    public Ruling<Passkey> register(UUID account, String label, String answer) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return Ruling.refused(
                    Refusal.at("label", "party.passkey-label", "value", name.length(), "most", LONGEST_LABEL));
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made = json.readValue(answer, MADE);
            return challenges
                    .take(made.getResponse().getClientDataJSON())
                    .filter(challenge ->
                            challenge.account().filter(account::equals).isPresent())
                    .map(challenge -> Ruling.granted(keep(account, name, made, challenge)))
                    .orElseGet(WebAuthnPasskeys::notMade);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("a passkey was not taken: {}", e.toString());
            return notMade();
        }
    }

    private static Ruling<Passkey> notMade() {
        return Ruling.refused(Refusal.plain("party.passkey-not-made"));
    }

    private Passkey keep(
            UUID account,
            String label,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            Challenges.Challenge challenge) {
        return transaction.execute(_ -> {
            CredentialRecord kept = operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creation(account, challenge.value()), new RelyingPartyPublicKey(made, label)));
            acts.byItself("party.passkey.register", account, Map.of());
            firstSteps.finish(account);
            return passkey(kept);
        });
    }

    @Override
    public Ruling<String> requestOptions(String address) {
        Optional<Refusal> slow = throttle.ask(address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        return Ruling.granted(json.writeValueAsString(request(challenges.give(null))));
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(house.getId())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .timeout(Challenges.GOOD_FOR)
                .build();
    }

    @Override
    public Ruling<String> signIn(String answer, String address) {
        Optional<Refusal> slow = throttle.ask(address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        return owner(answer)
                .flatMap(accounts::byId)
                .map(account -> Ruling.granted(signInWays.signedIn(account, Terms.staff("passkey"))))
                .orElseGet(() -> signInWays.failed(Optional.empty(), "passkey", address));
    }

    /** The account whose passkey signed the answer; empty when anything about it is wrong. */
    private Optional<UUID> owner(String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> signed = json.readValue(answer, SIGNED);
            return challenges
                    .take(signed.getResponse().getClientDataJSON())
                    .filter(challenge -> challenge.account().isEmpty())
                    .map(challenge -> new RelyingPartyAuthenticationRequest(request(challenge.value()), signed))
                    .map(asked -> transaction.execute(_ -> operations.authenticate(asked)))
                    .map(owner -> PasskeyRows.account(owner.getId()));
        } catch (DataAccessException e) {
            throw e;
        } catch (JacksonException e) {
            LOG.debug("an answer that is none", e);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.info("a passkey did not sign in: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public List<Passkey> of(UUID account) {
        return rows.findByUserId(PasskeyRows.handle(account)).stream()
                .map(WebAuthnPasskeys::passkey)
                .toList();
    }

    private static Passkey passkey(CredentialRecord record) {
        return new Passkey(
                record.getCredentialId().toBase64UrlString(),
                record.getLabel(),
                record.getCreated(),
                Optional.of(record.getLastUsed()).filter(used -> used.isAfter(record.getCreated())));
    }

    @Override
    public Ruling<Passkey> remove(UUID account, String id) {
        return transaction.execute(_ -> {
            boolean codes = rows.hasCodes(account);
            List<Passkey> passkeys = of(account);
            Optional<Passkey> found =
                    passkeys.stream().filter(one -> one.id().equals(id)).findFirst();
            if (found.isEmpty()) {
                return Ruling.refused(Refusal.plain("party.passkey.unknown"));
            }
            if (passkeys.size() == 1 && !codes) {
                return Ruling.refused(Refusal.plain("party.last-second-key"));
            }
            rows.delete(Bytes.fromBase64(id));
            acts.byItself("party.passkey.remove", account, Map.of());
            return Ruling.granted(found.get());
        });
    }
}
