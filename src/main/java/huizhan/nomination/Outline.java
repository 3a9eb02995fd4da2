package huizhan.nomination;

import java.util.Map;

/**
 * What other papers of a department have to know of its list.
 *
 * @param lines how many are on it
 * @param stubs how many of those are non-public
 * @param head  the head of annex 1, by field id
 */
public record Outline(int lines, int stubs, Map<String, String> head) {}
