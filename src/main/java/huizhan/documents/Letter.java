package huizhan.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter of recommendation (推荐函, B26), as an official document of a department.
 *
 * @param sender     the department's full name, in red above and again below
 * @param number     发文字号, such as 云科函〔2015〕12号; empty where it has none yet
 * @param addressee  without its colon
 * @param paragraphs of the text
 * @param enclosures in their order, without numbers
 * @param contact    who can be asked, under the date; empty for nobody
 */
public record Letter(String sender, String number, String title, String addressee, List<String> paragraphs, List<String> enclosures, LocalDate day,
                     String contact) {}
