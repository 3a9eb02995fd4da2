package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The protocol: tus 1.0.0 core with creation, creation-with-upload, expiration, checksum and termination. Reads the raw request, so
 * that a body goes from the line to the disk without a stop between.
 */
final class Tus {
    static final String PATH = "/files";
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    private static final String BYTES = "application/offset+octet-stream";
    private final Uploads uploads;
    private final TusVerdicts verdicts;

    Tus(Uploads uploads, TusVerdicts verdicts) {
        this.uploads = uploads;
        this.verdicts = verdicts;
    }

    void serve(Actor me, Lang lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            answer(me, lang, request, response);
        } catch (UploadRefused no) {
            response.setStatus(no.fault().status());
            if (no.fault() == UploadFault.WRONG_METHOD) {
                response.setHeader("Allow", "OPTIONS, POST, HEAD, PATCH, DELETE");
            }
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getOutputStream().write(no.text().in(lang).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(Actor me, Lang lang, HttpServletRequest request, HttpServletResponse response)
            throws UploadRefused, IOException {
        var method = method(request);
        var id = id(request);
        if (method.equals("OPTIONS")) {
            options(response);
        } else if (method.equals("GET")) {
            verdict(me, lang, id, response);
        } else {
            needVersion(request, response);
            protocol(me, method, id, request, response);
        }
    }

    private void protocol(Actor me, String method, String id, HttpServletRequest request, HttpServletResponse response)
            throws UploadRefused, IOException {
        if (id.isEmpty() && method.equals("POST")) {
            create(me, request, response);
            return;
        }
        if (id.isEmpty() || !method.matches("HEAD|PATCH|DELETE")) {
            throw new UploadRefused(UploadFault.WRONG_METHOD);
        }
        if (method.equals("PATCH")) {
            needType(request);
        }
        var upload = uploads.find(me, id);
        if (method.equals("HEAD")) {
            head(me, upload, response);
        } else if (method.equals("PATCH")) {
            patch(me, upload, request, response);
        } else {
            uploads.remove(me, upload);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void options(HttpServletResponse response) {
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", EXTENSIONS);
        response.setHeader("Tus-Max-Size", Long.toString(Uploads.LARGEST));
        response.setHeader("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void create(Actor me, HttpServletRequest request, HttpServletResponse response) throws UploadRefused, IOException {
        var withBytes = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (withBytes) {
            needType(request);
        }
        var size = number(request, "Upload-Length").orElseThrow(() -> new UploadRefused(UploadFault.NO_LENGTH));
        var checksum = checksum(request);
        var upload = uploads.create(me, TusMetadata.parse(header(request, "Upload-Metadata").orElse("")), size);
        response.setHeader("Location", request.getContextPath() + PATH + "/" + upload.id());
        expires(upload, response);
        if (withBytes) {
            offset(response, uploads.write(me, upload, new UploadRequest(0, request.getContentLengthLong(), body(request), checksum)));
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private void patch(Actor me, Upload upload, HttpServletRequest request, HttpServletResponse response)
            throws UploadRefused, IOException {
        var from = number(request, "Upload-Offset").orElseThrow(() -> new UploadRefused(UploadFault.BAD_REQUEST, "Upload-Offset"));
        var offset = uploads.write(me, upload,
            new UploadRequest(from, request.getContentLengthLong(), body(request), checksum(request)));
        offset(response, offset);
        expires(upload, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void head(Actor me, Upload upload, HttpServletResponse response) throws UploadRefused, IOException {
        offset(response, uploads.resume(me, upload));
        response.setHeader("Upload-Length", Long.toString(upload.size()));
        response.setHeader("Upload-Metadata", upload.metadata());
        expires(upload, response);
        response.setStatus(HttpServletResponse.SC_OK);
    }

    private void verdict(Actor me, Lang lang, String path, HttpServletResponse response) throws UploadRefused, IOException {
        if (!path.endsWith("/verdict")) {
            throw new UploadRefused(UploadFault.WRONG_METHOD);
        }
        var json = verdicts.json(me, lang, uploads.find(me, path.substring(0, path.length() - "/verdict".length())));
        response.setContentType("application/json");
        response.getOutputStream().write(json);
    }

    private static void offset(HttpServletResponse response, long offset) {
        response.setHeader("Upload-Offset", Long.toString(offset));
    }

    private static void expires(Upload upload, HttpServletResponse response) {
        response.setHeader("Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static void needVersion(HttpServletRequest request, HttpServletResponse response) throws UploadRefused {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            throw new UploadRefused(UploadFault.WRONG_VERSION, VERSION);
        }
    }

    private static void needType(HttpServletRequest request) throws UploadRefused {
        if (!BYTES.equals(request.getContentType())) {
            throw new UploadRefused(UploadFault.WRONG_TYPE, BYTES);
        }
    }

    private static Optional<UploadChecksum> checksum(HttpServletRequest request) throws UploadRefused {
        var header = request.getHeader("Upload-Checksum");
        return header == null ? Optional.empty() : Optional.of(UploadChecksum.parse(header));
    }

    private static Optional<Long> number(HttpServletRequest request, String name) throws UploadRefused {
        var value = header(request, name);
        if (value.isPresent() && !value.get().matches("[0-9]{1,30}")) {
            throw new UploadRefused(UploadFault.BAD_REQUEST, name);
        }
        return value.map(digits -> digits.length() > 18 ? Long.MAX_VALUE : Long.valueOf(digits));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private static UploadBody.Source body(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        return in::read;
    }

    /** Some proxies let only GET and POST through: then the true method stands in a header. */
    private static String method(HttpServletRequest request) {
        var override = request.getHeader("X-HTTP-Method-Override");
        return request.getMethod().equals("POST") && override != null ? override : request.getMethod();
    }

    /** What follows {@code /files/}: an id, {@code ID/verdict}, or nothing. */
    private static String id(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length() + PATH.length());
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
