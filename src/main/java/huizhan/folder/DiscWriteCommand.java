package huizhan.folder;

import huizhan.call.Call;
import huizhan.disc.Capacity;
import huizhan.disc.Seal;
import huizhan.documents.Papers;
import huizhan.folder.DiscImages.Handing;
import huizhan.folder.DiscPlan.TooLarge;
import huizhan.folder.DiscPlan.Volumes;
import huizhan.folder.DiscPlan.Wish;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.rules.Rules;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code disc write}: a folder of material as one or more disc images (A12, B9). Errors in the folder stop it, but for a draft. */
@Command(name = "write", description = "把材料文件夹写成光盘映像 / a folder of material as disc images", mixinStandardHelpOptions = true)
public final class DiscWriteCommand implements Callable<Integer> {
    private final Clock clock;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private final CommonOptions options = new CommonOptions();
    @Option(names = "--folder", paramLabel = "FOLDER", required = true, description = "材料文件夹 / the folder of material")
    private Path folder = Path.of(".");
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "映像放在哪里 / where the images go")
    private Path out = Path.of("discs");
    @Option(names = "--capacity", paramLabel = "cd|dvd|bd|BYTES", defaultValue = "dvd", description = "光盘容量 / how much a disc takes")
    private String capacity = "dvd";
    @Option(names = "--draft", description = "有错误也写，标签注明草稿，封装光盘只在里面注明 / despite errors; every label says so, a sealed disc only inside")
    private boolean draft;
    @Option(names = "--seal", paramLabel = "CARD", description = "封给下一收件单位：它的公钥卡 / sealed to the next addressee: its key card")
    private Optional<Path> seal = Optional.empty();
    @Option(names = "--sign", paramLabel = "KEY", description = "用自己的私钥文件签名 / signed with one's own key file")
    private Optional<Path> sign = Optional.empty();
    @Option(names = "--department", paramLabel = "CODE", defaultValue = "", description = "推荐部门代码，写在光盘上；封装光盘只写它 / stands on the disc, and is the only name that a sealed one shows")
    private String department = "";
    @Mixin
    private final KeyOptions keys = new KeyOptions();

    public DiscWriteCommand() {
        this(Clock.systemUTC());
    }

    DiscWriteCommand(Clock clock) {
        this.clock = clock;
    }

    @Override public Integer call() throws IOException {
        var size = capacity();
        var lang = options.lang();
        try {
            var handing = handing();
            var call = options.call();
            var read = FolderReader.read(folder, call, FolderReader.Look.WHOLE);
            var findings = Rules.findings(read.material(), call, Optional.empty());
            if (Report.errors(findings) > 0) {
                options.print(Report.text(read.material(), call, findings, lang, Printed.width()));
            }
            return Report.errors(findings) > 0 && !draft ? stopped(lang) : write(read, call, size, handing, lang);
        } catch (FolderFault e) {
            return options.refuse(e);
        } catch (KeyFault e) {
            return options.refuse(new FolderFault(e.reason(Lang.ZH), e.reason(Lang.EN)));
        }
    }

    private Handing handing() throws KeyFault {
        if (!department.matches("[A-Z0-9]{0,8}")) {
            throw new ParameterException(spec.commandLine(), "--department: A-Z 0-9");
        }
        Optional<PublicKeys> to = seal.isPresent() ? Optional.of(KeyOptions.card(seal.get())) : Optional.empty();
        Optional<PrivateKeys> signer = sign.isPresent() ? Optional.of(keys.keys(sign.get())) : Optional.empty();
        return new Handing(to, department, UUID.randomUUID(), signer);
    }

    private Capacity capacity() {
        Capacity size;
        try {
            size = Capacity.named(capacity);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--capacity: cd | dvd | bd | BYTES (1000000 …)");
        }
        if (seal.isPresent() && !Seal.fits(size)) {
            throw new ParameterException(spec.commandLine(), "--capacity: 封装光盘至少 18 MB，每张补足到 16 MiB 的整数倍 / a sealed disc takes at least 18 MB: it is filled up to a multiple of 16 MiB");
        }
        return size;
    }

    private int stopped(Lang lang) {
        options.print(lang == Lang.ZH ? "没有写映像。改正错误后再写；只想先看看，请加 --draft。" : "No image was written. Mend the errors first; for a look ahead, add --draft.");
        return CommonOptions.NO;
    }

    private int write(Folder read, Call call, Capacity size, Handing handing, Lang lang) throws IOException {
        var day = LocalDate.ofInstant(clock.instant(), call.deadline().zone());
        var wish = new Wish(handing.room(size), draft, day, department);
        var papers = Papers.bundled();
        var outcome = DiscPlan.of(read.material(), call, source(read), wish, papers);
        if (outcome instanceof TooLarge large) {
            options.print(tooLarge(large, lang));
            return CommonOptions.NO;
        }
        var volumes = (Volumes) outcome;
        var result = DiscImages.write(volumes, handing, out, size, clock);
        result.defects().forEach(defect -> options.print(defect.line(lang)));
        for (var image : result.images()) {
            options.print("%s  %d  tagmanifest-sha256 %s".formatted(image.path(), image.bytes(), image.digest()));
        }
        if (handing.to().isPresent()) {
            for (var label : SealedLabels.write(result.images(), handing, volumes.items(), wish, call, papers)) {
                options.print(label.toString());
            }
            options.print(sealed(handing.to().get(), lang));
        } else if (DiscPlan.nonPublic(read.material())) {
            options.print(lang == Lang.ZH ? "含非公开内容：光盘没有封装，只能按规定渠道报送。" : "It holds non-public content and is not sealed: hand it in by the prescribed channel only.");
        }
        return result.defects().isEmpty() ? CommonOptions.FINE : CommonOptions.NO;
    }

    private static String sealed(PublicKeys to, Lang lang) {
        return lang == Lang.ZH ? "封给“%s”，公钥指纹 %s。请与收件单位核对指纹。".formatted(to.holder(), to.fingerprint().grouped())
                : "Sealed to %s, fingerprint %s. Compare the fingerprint with the addressee.".formatted(to.holder(), to.fingerprint().grouped());
    }

    private static String tooLarge(TooLarge large, Lang lang) {
        var fits = large.fitting().map(each -> each.name().toUpperCase(java.util.Locale.ROOT));
        if (lang == Lang.ZH) {
            return "“" + Plain.line(large.path()) + "”有 " + large.size() + " 字节，一张盘放不下。"
                    + fits.map(name -> "请用 --capacity " + name.toLowerCase(java.util.Locale.ROOT) + "（" + name + "）。").orElse("请用较低码率重新导出，或分成几个文件。");
        }
        return Plain.line(large.path()) + " has " + large.size() + " bytes, more than one disc takes. "
                + fits.map(name -> "Use --capacity " + name.toLowerCase(java.util.Locale.ROOT) + ".").orElse("Export it at a lower bit rate, or split it.");
    }

    private static FileSource source(Folder read) {
        return new FileSource() {
            @Override public ReadableByteChannel open(String path) throws IOException {
                return FileChannel.open(onDisk(path).orElseThrow(() -> new NoSuchFileException(path)));
            }

            @Override public Optional<Path> onDisk(String path) {
                return Optional.ofNullable(read.sources().get(path));
            }
        };
    }
}
