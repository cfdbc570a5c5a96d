package org.yicheng.party;

import static org.yicheng.party.Permission.*;
import static org.yicheng.party.Role.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yicheng.party.Caller.Grant;

/** The permissions table: who may do what. Where = the body the role is held in. Shown at /permissions. */
public final class Permissions {

    private static final Map<Role, Set<Permission>> TABLE = new EnumMap<>(Role.class);

    static {
        TABLE.put(
                SECRETARIAT,
                EnumSet.of(
                        DESK_READ,
                        ROSTER_READ,
                        ROSTER_IMPORT,
                        CREDENTIAL_CHANGE,
                        SESSION_MOVE,
                        SITTING_PREPARE,
                        SITTING_MOVE,
                        FLOOR_MOVE,
                        SIGN_IN_SEND,
                        SIGN_IN_MANUAL,
                        MATTER_EXAMINE,
                        MATTER_HANDLE,
                        LIVELIHOOD_KEEP,
                        MEMBER_DOCUMENTS,
                        DOCUMENT_PUBLISH,
                        DELEGATION_READ,
                        BULLETIN_EDIT,
                        BOARD_SHOW,
                        BUDGETING_KEEP,
                        RECORD_READ));
        TABLE.put(
                CHAIR,
                EnumSet.of(
                        DESK_READ,
                        SITTING_MOVE,
                        FLOOR_MOVE,
                        QUESTION_MOVE,
                        RESULT_SUPERSEDE,
                        MEMBER_DOCUMENTS,
                        BOARD_SHOW));
        TABLE.put(TELLER, EnumSet.of(DESK_READ, HANDS_ENTER, BALLOT_ENTER, MEMBER_DOCUMENTS));
        TABLE.put(SCRUTINEER, EnumSet.of(BALLOT_SCRUTINISE, MEMBER_DOCUMENTS));
        TABLE.put(GATE, EnumSet.of(SIGN_IN_SEND));
        TABLE.put(MEMBER, EnumSet.of(VOTE, MATTER_FILE, MATTER_HANDLE, MEMBER_DOCUMENTS, DELEGATION_READ));
        TABLE.put(SECRETARY_GENERAL, EnumSet.of(MEMBER_DOCUMENTS, DELEGATION_READ, BULLETIN_EDIT, BULLETIN_APPROVE));
        TABLE.put(DELEGATION_HEAD, EnumSet.of(DELEGATION_READ, NOTES_TAKE, NOTES_HAND, SITTING_MOVE, SIGN_IN_MANUAL));
        TABLE.put(NOTE_TAKER, EnumSet.of(DELEGATION_READ, NOTES_TAKE, SIGN_IN_MANUAL));
        TABLE.put(HANDLER, EnumSet.of(MATTER_HANDLE, LIVELIHOOD_DELIVER));
        TABLE.put(ORGAN_HEAD, EnumSet.of(MATTER_HANDLE, REPLY_SIGN, LIVELIHOOD_DELIVER));
        TABLE.put(TREASURER, EnumSet.of(LEDGER_READ, LEDGER_POST));
        TABLE.put(BOARD, EnumSet.of(BOARD_SHOW));
        TABLE.put(AUDITOR, EnumSet.of(DESK_READ, LEDGER_READ, RECORD_READ));
        TABLE.put(ADMINISTRATOR, EnumSet.of(ACCOUNT_MANAGE, HOLIDAYS_CHANGE, RECORD_READ));
    }

    private Permissions() {}

    /** The permissions of a role, beside those that everybody has. */
    public static Set<Permission> of(Role role) {
        return Set.copyOf(TABLE.getOrDefault(role, Set.of()));
    }

    static boolean grantedTo(Caller caller, Permission permission) {
        return open(caller, permission) || caller.grants().stream().anyMatch(grant -> gives(grant, permission));
    }

    static boolean grantedTo(Caller caller, Permission permission, String body) {
        return open(caller, permission)
                || caller.grants().stream()
                        .anyMatch(grant -> gives(grant, permission)
                                && (grant.scope().equals(body) || grant.scope().equals(Caller.EVERYWHERE)));
    }

    static String roleFor(Caller caller, Permission permission) {
        return first(caller.grants().stream().filter(grant -> gives(grant, permission)))
                .or(() -> first(caller.grants().stream()))
                .orElse("PUBLIC");
    }

    private static Optional<String> first(Stream<Grant> grants) {
        return grants.map(grant -> grant.role().name()).sorted().findFirst();
    }

    /** DEMO_PLAY is open to everybody here; its routes exist only under --demo. */
    private static boolean open(Caller caller, Permission permission) {
        return permission == PUBLIC_READ || permission == DEMO_PLAY || (permission == OWN_ACCOUNT && caller.signedIn());
    }

    private static boolean gives(Grant grant, Permission permission) {
        return TABLE.getOrDefault(grant.role(), Set.of()).contains(permission);
    }
}
