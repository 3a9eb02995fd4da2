package huizhan.web;

/**
 * A message on the page after a redirect.
 *
 * @param kind good, warn or bad
 * @param text already in the reader's language
 */
public record Notice(String kind, String text) {}
