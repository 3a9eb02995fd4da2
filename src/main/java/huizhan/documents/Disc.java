package huizhan.documents;

import java.util.List;

/**
 * What is on a disc and its case (光盘标签, A12, A16).
 *
 * @param volume    the volume's name
 * @param number    which disc this is, from 1
 * @param of        how many there are
 * @param date      the day of writing, as it is to be read
 * @param channel   公开 or 非公开, as it travels
 * @param contents  what is on it, a line each
 * @param draft     written with errors left; every label says so
 */
public record Disc(FormValues.Mark mark, String department, String volume, int number, int of, String date, String channel,
                   List<String> contents, boolean draft) {}
