package huizhan.office;

import huizhan.kernel.Text;

/**
 * Words of a form that belong to none of its cells, handed out so that nothing is lost (B2).
 *
 * @param text  as it stands there
 * @param where its place in the file
 */
public record LeftOver(String text, Text where) {}
