package org.yicheng.web.repeat;

import java.util.Arrays;

/**
 * An answer that was given to a key.
 *
 * @param request SHA-256 of what was asked
 * @param location where the created thing is, empty if nowhere
 */
record Answer(byte[] request, int status, String content, String mediaType, String location) {

    boolean to(byte[] asked) {
        return Arrays.equals(request, asked);
    }
}
