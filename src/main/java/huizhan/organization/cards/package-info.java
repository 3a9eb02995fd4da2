/**
 * Key cards on the server (公钥卡, C2): the organizer and each department give the card to which others seal their discs; the one in
 * force, those before it, and who put or withdrew which when. No private key ever comes here, and what looks like one is not kept.
 */
@NullMarked
@NamedInterface("cards")
package huizhan.organization.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
