package huizhan.desk;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A department's units' call kits, made at its desk, and the keys to sign them with (C1, C2). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class UnitKitPages {
    private static final String HOME = "/desk/kits";
    private static final int MOST = 20_000;
    private final UnitKits kits;
    private final OwnKeys keys;

    UnitKitPages(UnitKits kits, OwnKeys keys) {
        this.kits = kits;
        this.keys = keys;
    }

    /**
     * {@code templates/desk/kits.html}.
     *
     * @param several whether they bear more than one key
     * @param unit    as typed
     * @param holder  whose own keys are to be, as typed
     */
    record Page(List<Row> rows, boolean several, String unit, String why, String holder) {}

    record Row(UUID id, String unit, String made, String holder, String fingerprint, boolean current) {}

    @GetMapping(HOME)
    ModelAndView list(Actor me, Lang lang) {
        return list(me, lang, "", "");
    }

    private ModelAndView list(Actor me, Lang lang, String unit, String why) {
        return list(lang, unit, why, keys.holder(me), Map.of());
    }

    private ModelAndView list(Lang lang, String unit, String why, String holder, Map<String, String> errors) {
        var rows = kits.all().stream().map(each -> new Row(each.id(), each.unit().name(), Dates.moment(lang, each.unit().made()), Plain.line(each.unit().department().holder()),
            each.unit().department().fingerprint().grouped(), each.current())).toList();
        var page = new Page(rows, rows.stream().map(Row::fingerprint).distinct().count() > 1, unit, why, holder);
        return new ModelAndView("desk/kits", Map.of("page", page, "errors", errors, "there", PrivateKeys.SHORTEST_PASSPHRASE), why.isEmpty() && errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(HOME)
    ModelAndView make(Actor me, Lang lang, Flash flash, @RequestParam(name = "unit", defaultValue = "") String unit, @RequestParam(name = "key", required = false) Optional<MultipartFile> key,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase) throws IOException {
        if (key.isEmpty() || key.get().isEmpty()) return list(me, lang, unit, new Text("请选择本部门的私钥文件：征集包要用它签名。", "Choose your department's key file; the kit is signed with it.").in(lang));
        var word = passphrase.toCharArray();
        try (var in = key.get().getInputStream()) {
            var no = kits.make(me, unit.strip(), PrivateKeys.read(new String(in.readNBytes(MOST + 1), StandardCharsets.UTF_8), word));
            if (no.isPresent()) return list(me, lang, unit, no.get().in(lang));
        } catch (KeyFault e) {
            return list(me, lang, unit, e.reason(lang));
        } finally {
            Arrays.fill(word, ' ');
        }
        flash.good("desk.kits.made");
        return new ModelAndView("redirect:" + HOME);
    }

    /** A page where something is wrong with what was typed, else the only copy of the keys there is. */
    @PostMapping("/desk/keys")
    Object make(Actor me, Lang lang, @RequestParam(name = "holder", defaultValue = "") String holder, @RequestParam(name = "word", defaultValue = "") String passphrase,
            @RequestParam(name = "again", defaultValue = "") String again) throws KeyFault {
        var errors = OwnKeys.errors(holder.strip(), passphrase, again);
        if (!errors.isEmpty()) return list(lang, "", "", holder, errors);
        var word = passphrase.toCharArray();
        try {
            var made = keys.make(me, lang, holder.strip(), word);
            return file(made.zip(), "huizhan-keys-" + made.id() + ".zip", MediaType.APPLICATION_OCTET_STREAM);
        } finally {
            Arrays.fill(word, ' ');
        }
    }

    @GetMapping(HOME + "/{id}/kit.zip")
    ResponseEntity<byte[]> kit(@PathVariable("id") UUID id) {
        return file(kits.bytes(id).orElseThrow(Faults.NotThere::new), kits.name(id) + ".zip", MediaType.APPLICATION_OCTET_STREAM);
    }

    @GetMapping(HOME + "/{id}/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable("id") UUID id) {
        return file(kits.letter(id).orElseThrow(Faults.NotThere::new), kits.name(id) + "-letter.pdf", MediaType.APPLICATION_PDF);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).header("X-Content-Type-Options", "nosniff").body(bytes);
    }

    @PostMapping(HOME + "/{id}/removal")
    String remove(Actor me, Flash flash, @PathVariable("id") UUID id) {
        kits.remove(me, id);
        flash.good("desk.kits.removed");
        return "redirect:" + HOME;
    }
}
