/**
 * An append-only journal as a hash chain: each line's SHA-256 covers the hash of the line before it, so that no line
 * can be changed, left out, put in or moved without breaking every line after it.
 */
package org.yicheng.chain;
