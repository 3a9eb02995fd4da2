package huizhan.opening;

import huizhan.call.Countries;
import huizhan.documents.FormValues;
import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.MenuEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Home, the call page, and the list of countries. */
@Controller
class CallPages {
    private static final Duration KEPT = Duration.ofHours(1);
    private final OpenCall open;
    private static final Pattern FILE = Pattern.compile("([a-z0-9-]{1,60})\\.(pdf|docx|ofd)");
    private final CallPageMaker maker;
    private final Papers papers;

    CallPages(OpenCall open, CallPageMaker maker, Papers papers) {
        this.open = open;
        this.maker = maker;
        this.papers = papers;
    }

    /** To where the person's own work is; whoever has none here reads the call. */
    @GetMapping("/")
    String home(Actor me) {
        return "redirect:" + maker.first(me).map(MenuEntry::href).orElse("/call");
    }

    @GetMapping("/call")
    ModelAndView call(Actor me, Lang lang) {
        return new ModelAndView("opening/call", Map.of("call", maker.page(me, lang)));
    }

    /** A blank form, to be filled in by hand or in Word (B2). */
    @GetMapping("/call/forms/{file}")
    ResponseEntity<byte[]> form(@PathVariable("file") String file) {
        var named = FILE.matcher(file);
        if (!named.matches()) throw new Faults.NotThere();
        var form = Optional.ofNullable(open.call().forms().get(named.group(1))).orElseThrow(Faults.NotThere::new);
        var format = PaperFormat.ofFile(file).orElseThrow(Faults.NotThere::new);
        var bytes = papers.form(format, form, FormValues.blank(), open.call(), Dates.dayOf(open.arrived()));
        var disposition = ContentDisposition.attachment().filename(form.title().zh() + "." + named.group(2), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType()))
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
            .header("Content-Security-Policy", "sandbox; default-src 'none'").body(bytes);
    }

    /** What may stand in 合作国别: countries and regions, then the call's organizations (A7). */
    @GetMapping("/countries.json")
    @ResponseBody
    ResponseEntity<List<Map<String, String>>> countries(Lang lang) {
        var all = new ArrayList<Map<String, String>>();
        Countries.all().forEach(each -> all.add(Map.of("code", each.code(), "zh", each.name().zh(), "en", each.name().en(),
            "pinyin", each.pinyin(), "initials", each.initials(), "group", each.group().label().in(lang))));
        open.call().organizations().forEach(each -> all.add(Map.of("code", each.code(), "zh", each.label().zh(), "en", each.label().en(),
            "pinyin", "", "initials", "", "group", lang == Lang.ZH ? "国际组织" : "International organizations")));
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT).cachePrivate()).body(all);
    }
}
