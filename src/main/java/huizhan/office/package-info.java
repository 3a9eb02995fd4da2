/**
 * Forms that were filled in Word and Excel, taken back in (B2): annex 1 and 2, statement, object note. {@link huizhan.office.OfficeForm}
 * reads a file as a stream of paragraphs and tables, whoever made it, finds the call's labels in it and gives every answer with its
 * place, every doubt as a remark, and every word that belongs nowhere. Nothing outside the file is ever opened. No Spring, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "call", "material"})
package huizhan.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
