/**
 * The papers (A5, A7, A11, A16, B1, B2, B8, B17): annexes and statements as PDF, Word and OFD from the call's own grids, parcel and disc
 * labels, receipts, blank forms; and the reader that takes code and digests off a paper again. It is given neutral values and knows
 * nothing of nominations. The same content gives the same bytes: nothing here asks for the time, and every identifier is derived from
 * the content.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call"})
package huizhan.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
