/**
 * Key pairs, and what is done with them (C2): {@link huizhan.keys.PublicKeys} is the card that an addressee gives away,
 * {@link huizhan.keys.PrivateKeys} stays with the holder as encrypted PKCS#8, {@link huizhan.keys.Envelope} hands the key of one disc to an
 * addressee (HPKE, RFC 9180), {@link huizhan.keys.Chunks} encrypts its bytes. No primitive is our own. No Spring, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package huizhan.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
