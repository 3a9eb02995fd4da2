package huizhan.reception;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.opening.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person typed about a parcel. */
record ParcelForm(String channel, String number, String dispatched, String arrived, String time, String remark) {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_REMARK = 300;

    static ParcelForm of(Map<String, String> form) {
        return new ParcelForm(form.getOrDefault("channel", ""), form.getOrDefault("number", "").strip(), form.getOrDefault("dispatched", "").strip(),
            form.getOrDefault("arrived", "").strip(), form.getOrDefault("time", "").strip(), form.getOrDefault("remark", ""));
    }

    /** What stands in the form before anything is typed. */
    static ParcelForm blank(LocalDate today) {
        return new ParcelForm("", "", "", today.toString(), "", "");
    }

    /** @return why it can't be noted, and what to do; empty where it can */
    Optional<Text> unfit(Zone zone, Reach reach, LocalDate today) {
        return unfitChannel(zone, reach).or(() -> unfitDays(today)).or(this::unfitTime)
            .or(() -> Stream.of(Typed.optional(number, LONGEST_NUMBER), Typed.optional(remark, LONGEST_REMARK)).flatMap(each -> each.refusal().stream()).findFirst());
    }

    private Optional<Text> unfitChannel(Zone zone, Reach reach) {
        var chosen = Channel.of(channel);
        if (chosen.isEmpty()) {
            return Optional.of(new Text("请先选邮件怎么来的。", "Choose how the parcel came first."));
        }
        if (chosen.get() == Channel.PRESCRIBED && !zone.mayHold(Disclosure.NON_PUBLIC)) {
            return Optional.of(new Text("经指定渠道来的邮件不在开放端登记。请不要拆封，交保密人员在内网端登记。",
                "What comes by the prescribed channel is not noted on the open server. Leave it sealed and hand it to the confidentiality officer, who notes it on the restricted server."));
        }
        return reach.has(chosen.get().part()) ? Optional.empty() : Optional.of(new Text("这种渠道的邮件由另一位同事登记，请把它交给对方。",
            "Parcels of this channel are noted by another colleague; please hand it over."));
    }

    /** A year back at most: beyond that a figure was mistyped. */
    private Optional<Text> unfitDays(LocalDate today) {
        var came = day(arrived);
        if (came.filter(each -> !each.isAfter(today) && each.isAfter(today.minusYears(1))).isEmpty()) {
            return Optional.of(new Text("请填收到的日期，最晚是今天。", "Give the day on which it arrived, today at the latest."));
        }
        if (dispatched.isEmpty() || day(dispatched).filter(each -> !each.isAfter(came.get()) && each.isAfter(today.minusYears(1))).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Text("寄出的日期不晚于收到的日期；邮戳看不清就空着。", "It was sent no later than it arrived; leave the day empty where no postmark can be read."));
    }

    private Optional<Text> unfitTime() {
        return time.isEmpty() || clock().isPresent() ? Optional.empty()
            : Optional.of(new Text("时刻写成 17:30 这样，不知道就空着。", "A time is written as 17:30; leave it empty where nobody knows."));
    }

    String label() {
        return Plain.text(number).strip();
    }

    String words() {
        return Plain.text(remark).strip();
    }

    Channel way() {
        return Channel.of(channel).orElseThrow();
    }

    LocalDate came() {
        return day(arrived).orElseThrow();
    }

    /** What was brought by hand was sent on the day on which it came. */
    Optional<LocalDate> sent() {
        return day(dispatched).or(() -> way() == Channel.HAND ? day(arrived) : Optional.empty());
    }

    Optional<LocalTime> clock() {
        try {
            return time.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(time));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
