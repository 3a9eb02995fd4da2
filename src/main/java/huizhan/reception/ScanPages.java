package huizhan.reception;

import huizhan.kernel.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Code after code, by a hand scanner or the camera, whosever parcel it is (B8). */
@Controller
class ScanPages {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final Scans scans;

    ScanPages(Scans scans) {
        this.scans = scans;
    }

    @GetMapping("/reception/scan")
    ModelAndView scan() {
        return new ModelAndView("reception/scan");
    }

    /** To a script the line alone, to a browser without one the whole page. */
    @PostMapping("/reception/scans")
    ModelAndView scan(Actor me, @RequestParam(name = "code", defaultValue = "") String code, @RequestParam(name = "department", defaultValue = "") String department,
            @RequestHeader(name = "X-Requested-With", defaultValue = "") String with) {
        var wanted = Optional.of(department).filter(each -> ID.matcher(each).matches()).map(UUID::fromString);
        var scan = scans.scan(me, wanted, code);
        return new ModelAndView(with.isEmpty() ? "reception/scan" : "reception/scan-parts :: line(scan=${scan}, read=${read})", Map.of("scan", scan, "read", code.strip()));
    }
}
