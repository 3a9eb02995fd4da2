package huizhan.organization.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser's own description of itself, cut down to what its owner recognizes: Edge · Windows. */
final class Agents {
    /** The first that occurs counts: later ones pretend to be earlier ones. */
    private static final Map<String, String> BROWSERS = ordered("MicroMessenger", "微信 WeChat", "QQBrowser", "QQ", "360SE", "360", "Edg", "Edge", "OPR", "Opera",
        "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari", "Trident", "Internet Explorer");
    private static final Map<String, String> SYSTEMS = ordered("Windows", "Windows", "iPhone", "iPhone", "iPad", "iPad", "HarmonyOS", "HarmonyOS", "Android", "Android",
        "Mac OS X", "macOS", "UOS", "UOS", "Kylin", "Kylin", "Linux", "Linux");

    private Agents() {}

    static String word(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) return agent.isEmpty() ? "–" : agent.substring(0, Math.min(agent.length(), 40));
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream().filter(each -> agent.contains(each.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
