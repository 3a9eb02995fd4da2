package huizhan.web;

import huizhan.kernel.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people read them, in the time of the notice (Asia/Shanghai). */
public final class Dates {
    /** The zone of the notice (A13). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Dates() {}

    /** 2015年7月20日, 20 July 2015. */
    public static String day(Lang lang, LocalDate day) {
        return (lang == Lang.ZH ? DAY_ZH : DAY_EN).format(day);
    }

    /** The day of an instant in Asia/Shanghai. */
    public static String day(Lang lang, Instant instant) {
        return day(lang, dayOf(instant));
    }

    /** 2015年7月20日 09:12:03, 20 July 2015, 09:12:03. */
    public static String moment(Lang lang, Instant instant) {
        return day(lang, instant) + (lang == Lang.ZH ? " " : ", ") + time(instant);
    }

    /** 09:12:03, the same in both languages. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    /**
     * How people name an end: a whole day by its last second, an hour as it was typed.
     *
     * @param end the first instant that is too late
     */
    public static Instant last(Instant end) {
        return LocalTime.ofInstant(end, ZONE).equals(LocalTime.MIDNIGHT) ? end.minusMillis(1) : end;
    }

    /** The calendar day of an instant in Asia/Shanghai. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
