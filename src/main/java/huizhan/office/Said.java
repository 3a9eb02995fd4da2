package huizhan.office;

import huizhan.kernel.Text;

/**
 * What stands in a file for one field, not yet understood.
 *
 * @param label the words before it, as they stand there
 * @param text  the answer
 * @param where the answer's place
 */
record Said(String label, String text, Text where) {

    Said with(String otherText) {
        return new Said(label, otherText, where);
    }
}
