package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.database.ErasedTraces;
import huizhan.database.WritesTogether;
import huizhan.kernel.Clocks;
import huizhan.kernel.Zone;
import huizhan.mail.Outbox;
import huizhan.media.Farewell;
import huizhan.media.MediaFiles;
import huizhan.media.UploadSweep;
import huizhan.opening.Forwardings;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.Exceptions;
import huizhan.organization.Accounts;
import huizhan.organization.MiddleBodies;
import huizhan.organization.Units;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import huizhan.web.Stencils;
import huizhan.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import huizhan.kernel.Role;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The beans of filling in. */
@Configuration(proxyBeanMethods = false)
class AchievementConfiguration {

    @Bean Words achievementWords(Texts texts) {
        return new Words(texts);
    }

    @Bean Names achievementNames(Units units, MiddleBodies bodies, Accounts accounts) {
        return new Names(units, bodies, accounts);
    }

    @Bean EntrySql entrySql(JdbcClient db) {
        return new EntrySql(db);
    }

    @Bean FieldSql fieldSql(JdbcClient db) {
        return new FieldSql(db);
    }

    @Bean SlotSql slotSql(JdbcClient db) {
        return new SlotSql(db);
    }

    @Bean Drafts drafts(FieldSql fields, SlotSql slots, MediaFiles media, Exceptions exceptions) {
        return new Drafts(fields, slots, media, exceptions);
    }

    @Bean Guard achievementGuard(EntrySql sql, OpenCall open, Audit audit, ObjectProvider<Frozen> frozen, Guard.Desk desk) {
        var seams = SingletonSupplier.of(() -> frozen.orderedStream().toList());
        return new Guard(sql, open, audit, () -> seams.obtain().stream(), desk);
    }

    @Bean Guard.Desk guardDesk(Forwardings forwardings, Names names, Words words) {
        return new Guard.Desk(forwardings, names, words);
    }

    @Bean Way way(EntrySql sql, OpenCall open, Audit audit) {
        return new Way(sql, open, audit);
    }

    @Bean Passages passages(EntrySql sql, Guard guard, OpenCall open, Names names, Words words, Way way) {
        return new Passages(sql, guard, open, names, words, way);
    }

    @Bean ChainMaker chainMaker(HistorySql sql, Guard guard, OpenCall open, Names names, Words words) {
        return new ChainMaker(sql, guard, open, names, words);
    }

    @Bean Achievements achievements(EntrySql sql, Drafts drafts, Guard guard, OpenCall open, Zone zone, Achievements.Desk desk) {
        return new Achievements(sql, drafts, guard, open, zone, desk);
    }

    @Bean Achievements.Desk achievementDesk(Audit audit, Words words, Names names, FieldSql fields, WayLetters letters, Exceptions exceptions) {
        return new Achievements.Desk(audit, words, names, fields, letters, exceptions);
    }

    @Bean WayLetters wayLetters(Accounts accounts, Outbox outbox, Clocks clocks) {
        return new WayLetters(accounts, outbox, clocks);
    }

    @Bean WaitingMoves waitingMoves(EntrySql sql, OpenCall open, Names names, WayLetters letters) {
        return new WaitingMoves(sql, open, names, letters);
    }

    @Bean Filling filling(Guard guard, Drafts drafts, FieldSql sql, OpenCall open, Audit audit, Words words, WritesTogether together,
            PlatformTransactionManager transactions) {
        return new Filling(guard, drafts, sql, open, new Filling.Desk(audit, words, reading(transactions), together, new TransactionTemplate(transactions)));
    }

    @Bean Placing placing(Guard guard, Drafts drafts, SlotSql sql, OpenCall open, Audit audit, Words words) {
        return new Placing(guard, drafts, sql, open, audit, words);
    }

    @Bean Verdicts verdicts(OpenCall open, Words words) {
        return new Verdicts(open.call(), words);
    }

    @Bean Slots slots(Guard guard, Drafts drafts, SlotSql sql, OpenCall open, Audit audit, Words words, Verdicts verdicts) {
        return new Slots(guard, drafts, sql, open, new Slots.Desk(audit, words, verdicts));
    }

    @Bean Intake intake(Filling filling, Slots slots, Placing placing, Drafts drafts, Guard guard, Intake.Desk desk) {
        return new Intake(filling, slots, placing, drafts, guard, desk);
    }

    @Bean Bringing bringing(EntrySql sql, Drafts drafts, Guard guard, Achievements achievements, Overwriting overwriting, Bringing.Desk desk) {
        return new Bringing(sql, drafts, guard, achievements, overwriting, desk);
    }

    @Bean Bringing.Desk bringingDesk(OpenCall open, Intake intake, Audit audit) {
        return new Bringing.Desk(open, intake, audit);
    }

    @Bean Overwriting overwriting(Intake intake, Placing placing, Drafts drafts, Guard guard, OpenCall open, Words words) {
        return new Overwriting(intake, placing, drafts, guard, open, words);
    }

    @Bean TakingOver takingOver(Filling filling, Drafts drafts, Guard guard, Intake intake, Placing placing, Words words) {
        return new TakingOver(filling, drafts, guard, intake, placing, words);
    }

    @Bean FolderPlans folderPlans(Guard guard, Drafts drafts, Placing placing, OpenCall open, Audit audit, Words words) {
        return new FolderPlans(guard, drafts, placing, open, audit, words);
    }

    @Bean PastedSql pastedSql(JdbcClient db) {
        return new PastedSql(db);
    }

    @Bean Pasting pasting(Guard guard, Drafts drafts, PastedSql sql, MediaFiles media, Pasting.Doors doors, Pasting.Desk desk) {
        return new Pasting(guard, drafts, sql, media, doors, desk);
    }

    @Bean Pasting.Doors pastingDoors(Slots slots, Placing placing, Filling filling) {
        return new Pasting.Doors(slots, placing, filling);
    }

    @Bean Pasting.Desk pastingDesk(PlatformTransactionManager transactions, Audit audit, Words words, Clocks clocks) {
        return new Pasting.Desk(new TransactionTemplate(transactions), audit, words, clocks.system());
    }

    @Bean PastedViews pastedViews(OpenCall open, MediaFiles media, Verdicts verdicts, Words words) {
        return new PastedViews(open.call(), media, verdicts, words);
    }

    @Bean PresenceSql presenceSql(JdbcClient db) {
        return new PresenceSql(db);
    }

    @Bean Presence presence(PresenceSql sql, FieldSql fields, SlotSql slots, Guard guard, Clocks clocks, PlatformTransactionManager transactions) {
        return new Presence(sql, fields, slots, guard, clocks, new TransactionTemplate(transactions));
    }

    @Bean HistorySql historySql(JdbcClient db) {
        return new HistorySql(db);
    }

    @Bean History history(HistorySql sql, Guard guard, Filling filling, OpenCall open) {
        return new History(sql, guard, filling, open);
    }

    @Bean HistoryMaker historyMaker(History history, Guard guard, MediaFiles media, Names names, Words words) {
        return new HistoryMaker(history, guard, media, names, words);
    }

    @Bean Intake.Desk intakeDesk(PlatformTransactionManager transactions, Words words) {
        return new Intake.Desk(new TransactionTemplate(transactions), words);
    }

    @Bean Erasing erasing(Achievements achievements, Guard guard, SlotSql slots, Erasing.Keepers keepers) {
        return new Erasing(achievements, guard, slots, keepers);
    }

    @Bean Erasing.Keepers erasingKeepers(MediaFiles media, UploadSweep uploads, ErasedTraces traces) {
        return new Erasing.Keepers(media, uploads, traces);
    }

    @Bean FileErasure fileErasure(SlotSql slots, Farewell farewell) {
        return new FileErasure(slots, farewell);
    }

    @Bean PageMaker pageMaker(OpenCall open, Guard guard, Achievements achievements, SlotViews slots, PageMaker.Desk desk) {
        return new PageMaker(open, guard, achievements, slots, desk);
    }

    @Bean PageMaker.Desk pageDesk(Texts texts, Names names, Exceptions exceptions) {
        return new PageMaker.Desk(texts, names, exceptions);
    }

    @Bean SlotViews slotViews(OpenCall open, SlotSql sql, MediaFiles media, Verdicts verdicts, Words words, Clocks clocks) {
        return new SlotViews(open.call(), sql, media, verdicts, words, clocks.business());
    }

    @Bean PagePrints pagePrints(Stencils stencils, Texts texts, HttpServletRequest request) {
        return new PagePrints(new Prints(stencils, texts, request));
    }

    @Bean Pages achievementPages(Guard guard, Drafts drafts, PageMaker maker, PagePrints prints, ChainMaker chains,
            PlatformTransactionManager transactions) {
        return new Pages(guard, drafts, maker, prints, chains, reading(transactions));
    }

    private static TransactionTemplate reading(PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return reading;
    }

    @Bean UnitProgress unitProgress(Achievements achievements, Units units, MiddleBodies bodies, Accounts accounts, Clocks clocks) {
        return new UnitProgress(achievements, new UnitProgress.Houses(units, bodies), accounts, clocks.system());
    }

    /** A unit's own work comes first for it, and what waits for a body between; for a department it comes after the nomination. */
    @Bean @Order(100) Menu achievementMenu(Achievements achievements, Zone zone) {
        return me -> {
            if (!me.isAny(Role.UNIT, Role.MIDDLE, Role.DRAFTER, Role.APPROVER)) return List.of();
            var word = me.is(Role.UNIT) ? "achievement.menu" : me.middle().isPresent() ? "achievement.menu.middle" : "achievement.menu.department";
            var list = new MenuEntry("/achievements", word, "doc", me.middle().isPresent() ? achievements.waiting(me) : 0);
            // a desk hands nothing on: its units bring discs
            return me.is(Role.UNIT) || zone == Zone.DESK ? List.of(list) : List.of(list, new MenuEntry("/forwarding", "achievement.forwarding", "send", 0));
        };
    }
}
