package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.kernel.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Stored files: their second stage, their copies, and how they are served. */
class UploadServingTest {
    private TusServer server;
    private MockMvc web;
    private Actor me = TusServer.ANNA;

    @BeforeEach void start(@TempDir Path data) throws Exception {
        server = new TusServer(data);
        web = MockMvcBuilders.standaloneSetup(new MediaPages(server.files, new UploadTargets(() -> List.of(server), List::of)))
            .setCustomArgumentResolvers(new Me()).build();
    }

    @AfterEach void stop() throws Exception {
        server.close();
    }

    @Test void an_original_is_a_download_with_its_name_in_a_sandbox() throws Exception {
        var file = server.files.take(me, "../成果 \"1\".pdf", new ByteArrayInputStream("0123456789".getBytes()));
        var answer = get(file.id(), "original");
        assertThat(answer.getContentAsString()).isEqualTo("0123456789");
        assertThat(answer.getHeader("Content-Disposition"))
            .isEqualTo("attachment; filename=\"__ _1_.pdf\"; filename*=UTF-8''%E6%88%90%E6%9E%9C%20%221%22.pdf");
        assertThat(answer.getHeader("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("ETag")).isEqualTo("\"" + file.sha256() + "\"");
    }

    @Test void a_range_is_served_and_an_unchanged_file_is_304() throws Exception {
        var file = server.files.take(me, "a.bin", new ByteArrayInputStream("0123456789".getBytes()));
        var part = get(file.id(), "original", "Range", "bytes=2-4");
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsString()).isEqualTo("234");
        assertThat(part.getHeader("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(get(file.id(), "original", "If-None-Match", "\"" + file.sha256() + "\"").getStatus()).isEqualTo(304);
        assertThat(get(file.id(), "original", "Range", "bytes=10-").getStatus()).isEqualTo(416);
    }

    @Test void what_may_not_be_read_looks_like_nothing() throws Exception {
        var file = server.files.take(me, "a.bin", new ByteArrayInputStream(new byte[1]));
        me = TusServer.BERT;
        assertThat(get(file.id(), "original").getStatus()).isEqualTo(404);
        assertThat(get(UUID.randomUUID(), "original").getStatus()).isEqualTo(404);
        assertThat(get(file.id(), "secret").getStatus()).isEqualTo(404);
    }

    @Test void a_picture_has_copies_once_it_was_examined_whole_and_its_place_is_told() throws Exception {
        var file = server.files.take(me, "照片.jpg", new ByteArrayInputStream(jpeg(2000, 1000)));
        assertThat(get(file.id(), "thumb").getStatus()).isEqualTo(404);
        var told = new ArrayList<StoredFile>();
        assertThat(work(told).examine(file.id())).isFalse();
        assertThat(told).singleElement().satisfies(each -> assertThat(each.facts().picture().orElseThrow().depth()).isPresent());
        assertThat(server.files.examined(file.id())).isTrue();
        var thumb = ImageIO.read(new ByteArrayInputStream(get(file.id(), "thumb").getContentAsByteArray()));
        assertThat(thumb.getWidth()).isEqualTo(320);
        var preview = ImageIO.read(new ByteArrayInputStream(get(file.id(), "preview").getContentAsByteArray()));
        assertThat(preview.getWidth()).isEqualTo(1600);
        assertThat(get(file.id(), "preview").getHeader("Content-Type")).isEqualTo("image/jpeg");
        assertThat(get(file.id(), "film").getStatus()).isEqualTo(404);
    }

    @Test void a_broken_picture_is_examined_and_has_no_copies() throws Exception {
        var whole = jpeg(2000, 1000);
        var file = server.files.take(me, "照片.jpg", new ByteArrayInputStream(whole, 0, whole.length / 2));
        work(new ArrayList<>()).examine(file.id());
        assertThat(server.files.find(file.id()).orElseThrow().facts().picture().orElseThrow().broken()).isTrue();
        assertThat(server.files.examined(file.id())).isTrue();
        assertThat(get(file.id(), "thumb").getStatus()).isEqualTo(404);
    }

    @Test void a_file_that_is_gone_needs_no_work_and_one_that_cannot_be_examined_says_so() throws Exception {
        var work = work(new ArrayList<>());
        assertThat(work.examine(UUID.randomUUID())).isFalse();
        assertThat(work.film(UUID.randomUUID())).isTrue();
        var file = server.files.take(me, "a.bin", new ByteArrayInputStream(new byte[1]));
        work.giveUp(file.id(), "OutOfMemoryError");
        assertThat(server.mediaSql.find(file.id()).orElseThrow().deepFault()).contains("OutOfMemoryError");
    }

    private MediaWork work(List<StoredFile> told) {
        return new MediaWork(server.mediaSql, new Examiner(Tools.none()), server.store, new MediaCopies(server.store, Tools.none()),
            () -> List.of(told::add), new MediaWork.Recording(server.transaction, server.clock));
    }

    private MockHttpServletResponse get(UUID file, String kind, String... header) throws Exception {
        var request = MockMvcRequestBuilders.get("/media/{file}/{kind}", file, kind);
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        return web.perform(request).andReturn().getResponse();
    }

    private static byte[] jpeg(int width, int height) throws Exception {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(1);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }

    private final class Me implements HandlerMethodArgumentResolver {
        @Override public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request,
                WebDataBinderFactory binders) {
            return me;
        }
    }
}
