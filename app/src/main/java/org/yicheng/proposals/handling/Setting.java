package org.yicheng.proposals.handling;

import org.yicheng.assembly.Body;
import org.yicheng.proposals.Kind;

/**
 * What a body's rules on suggestions are, or of a CPPCC committee on proposals.
 *
 * @param place whose limits count, of procedure {@code suggestion} or {@code proposal}
 * @param scheme of reply classes
 * @param everySigner the reply goes to every signer (SHS 20, CQS 23); else to the one who leads and passes it on
 * @param governmentCheck the coordinating organ checks a letter before it is sent
 */
public record Setting(String place, String scheme, boolean everySigner, boolean governmentCheck) {

    /** The national law, of proposals the common practice, until a body says otherwise. */
    public static final Setting NATIONAL = new Setting("national", "solved-planned-later-reference", true, false);

    /** What a body handles. */
    public static Kind handledIn(Body.Kind body) {
        return body == Body.Kind.CPPCC ? Kind.PROPOSAL : Kind.SUGGESTION;
    }

    /** The kernel's procedure by which a kind is handled. */
    public static String procedureOf(Kind kind) {
        return kind == Kind.PROPOSAL ? "proposal" : "suggestion";
    }
}
