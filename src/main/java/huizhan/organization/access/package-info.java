/**
 * Signing in: passwords (Argon2id), one-time codes (RFC 6238), progressive delay, sessions in the database, form tokens, and the one
 * permission table that decides who may call what (ASVS 6, 7, 8).
 */
@NullMarked
package huizhan.organization.access;

import org.jspecify.annotations.NullMarked;
