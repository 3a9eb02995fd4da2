/**
 * What is asked and said while a call is open: questions, answered once for all or for the asker alone (B10), and announcements, which
 * everybody reads. Whatever the organizer said before stays as a dated row.
 */
@NullMarked
package huizhan.opening.word;

import org.jspecify.annotations.NullMarked;
