package huizhan.documents;

import java.util.List;

/**
 * What is on a parcel's label (寄件标签, A12, A16). The address is the call's own.
 *
 * @param channel   how it travels, e.g. 公开类材料 · 邮寄或快递
 * @param contents  what is inside, a line each
 */
public record Parcel(FormValues.Mark mark, String sender, String contact, String telephone, String channel, List<String> contents) {}
