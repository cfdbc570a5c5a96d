package org.yicheng.proposals.handling;

/**
 * What a body's rules on suggestions are.
 *
 * @param place whose limits count, of procedure {@code suggestion}
 * @param scheme of reply classes
 * @param everySigner the reply goes to every signer (SHS 20, CQS 23); else to the one who leads and passes it on
 * @param governmentCheck the coordinating organ checks a letter before it is sent
 */
public record Setting(String place, String scheme, boolean everySigner, boolean governmentCheck) {

    /** The national law, until a body says otherwise. */
    public static final Setting NATIONAL = new Setting("national", "solved-planned-later-reference", true, false);
}
