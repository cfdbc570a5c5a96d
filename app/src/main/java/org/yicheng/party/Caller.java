package org.yicheng.party;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, as resolved once a request. Inject as a controller parameter or take {@link #current()}.
 *
 * @param account the account, absent for the public
 * @param person the person behind it, absent for devices and the public
 * @param name what the page shows in its corner
 * @param demo whether the account is an invented one of the demo city
 * @param grants the roles held now and where
 */
public record Caller(Optional<UUID> account, Optional<UUID> person, String name, boolean demo, Set<Grant> grants) {

    /** A role held in a scope: a body's id, or {@link #EVERYWHERE}. */
    public record Grant(Role role, String scope) {}

    public static final String EVERYWHERE = "*";

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public static final Caller PUBLIC = new Caller(Optional.empty(), Optional.empty(), "", false, Set.of());

    public boolean signedIn() {
        return account.isPresent();
    }

    /** The actor to write into the record: the account id, or {@code public}. */
    public String actor() {
        return account.map(UUID::toString).orElse("public");
    }

    /** Whether some role held anywhere gives the permission. */
    public boolean may(Permission permission) {
        return Permissions.grantedTo(this, permission);
    }

    /** Whether a role held in this body (or everywhere) gives the permission. */
    public boolean mayIn(String body, Permission permission) {
        return Permissions.grantedTo(this, permission, body);
    }

    /**
     * The role in which the caller does this, for the record: the first that grants it; the first held when the
     * act only follows from another one (a declared election enrols members); else {@code PUBLIC}.
     */
    public String roleFor(Permission permission) {
        return Permissions.roleFor(this, permission);
    }

    /** The caller of the running request. */
    public static Caller current() {
        return CURRENT.orElse(PUBLIC);
    }

    /** Runs something as this caller; the request filter and tests use it. */
    public <X extends Exception> void run(ThrowingAction<X> action) throws X {
        ScopedValue.where(CURRENT, this).<Void, X>call(() -> {
            action.run();
            return null;
        });
    }

    /** An action that may throw. */
    @FunctionalInterface
    public interface ThrowingAction<X extends Exception> {
        void run() throws X;
    }
}
