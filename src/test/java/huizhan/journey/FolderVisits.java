package huizhan.journey;

import com.microsoft.playwright.Page;
import huizhan.achievement.FormsWithPictures;
import huizhan.organization.TestPeople.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Material that comes in as a person has it: a folder, and a Word form with pictures in it. */
final class FolderVisits {
    private final Company company;
    private final Path workshop;

    private FolderVisits(Company company, Path workshop) {
        this.company = company;
        this.workshop = workshop;
    }

    static List<Visit> of(Company company) {
        try {
            return new FolderVisits(company, Files.createTempDirectory("huizhan-folder-")).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Visit> all() throws IOException {
        var unit = company.over.unit();
        var folder = folder();
        var form = Files.write(workshop.resolve("展板信息登记表.docx"), FormsWithPictures.board(FormsWithPictures.small(1), FormsWithPictures.small(2), FormsWithPictures.small(2)));
        return List.of(visit("unit-folder", unit, company.returned, "folder", page -> {}),
            visit("unit-folder-plan", unit, company.empty, "folder", page -> choose(page, folder)),
            visit("unit-folder-wanting", unit, company.empty, "folder", page -> {
                choose(page, folder);
                page.locator("[data-folder-plan] button.button").first().click();
                page.locator("[data-folder-said] p").waitFor();
            }),
            visit("unit-folder-several", unit, company.empty, "folder", page -> {
                page.locator("[data-folder-input]").setInputFiles(folder(workshop.resolve("several"), List.of("01/图片/全景.jpg", "02/图片/近景.jpg", "成果推荐汇总表.xlsx")));
                page.locator("[data-folder-parts] button").first().waitFor();
            }),
            visit("drafter-folder-frozen", company.signed.drafter(), company.frozen, "folder", page -> {}),
            visit("approver-folder-frozen", company.signed.approver(), company.frozen, "folder", page -> {}),
            visit("unit-forms-pictures", unit, company.empty, "forms", page -> bring(page, form)),
            visit("unit-forms-pictures-taken-back", unit, company.empty, "forms", page -> {
                bring(page, form);
                page.locator("main form:has([name=picture]) button").first().click();
                page.locator("[name=undo]").click();
                page.locator("main .notice:not(.news)").first().waitFor();
            }));
    }

    private Visit visit(String name, Person who, UUID id, String place, Consumer<Page> then) {
        return Visit.of(name, company.server, who, "/achievements/" + id + "/" + place).then(then);
    }

    private Path folder() {
        return folder(workshop, List.of("展板信息登记表.docx", "文字说明.docx", "图片/全景.jpg", "图片/签约现场.png", "图片/3.jpg", "图片/4.jpg", "图片/5.jpg", "IMG_20150612_093015_0002.jpg", "视频/联合实验.mp4",
            "实物/样品正面.png", "附件/保密审核意见.pdf", "合作协议.pdf", "综述视频.mp4", "非公开/装置.jpg", "备份.zip", "Thumbs.db"));
    }

    /** A folder with these files, whatever they hold. */
    static Path folder(Path workshop, List<String> names) {
        var folder = workshop.resolve("轻合金联合实验室");
        try {
            for (var name : names) {
                var file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, FormsWithPictures.small(name.length()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void choose(Page page, Path folder) {
        page.locator("[data-folder-input]").setInputFiles(folder);
        page.locator("[data-folder-list] .row").first().waitFor();
    }

    private static void bring(Page page, Path form) {
        page.locator("#f-file").setInputFiles(form);
        page.locator("main form[enctype] button").click();
        page.locator("[name=picture]").first().waitFor();
        page.locator("main .frame img").first().waitFor();
    }
}
