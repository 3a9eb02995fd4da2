package huizhan.media;

import com.github.kagkarlsson.scheduler.task.Task;
import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.database.ErasedTraces;
import huizhan.database.Jobs;
import huizhan.kernel.Clocks;
import huizhan.web.HealthCheck;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this module. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadConnector() {
        return factory -> factory.addConnectorCustomizers(MediaConnector::configure);
    }

    @Bean
    Tools mediaTools(DataFolder data) throws IOException {
        return Tools.withBundled(data.resolve("tools"));
    }

    @Bean
    Examiner examiner(Tools tools) {
        return new Examiner(tools);
    }

    @Bean
    MediaSql mediaSql(JdbcClient db) {
        return new MediaSql(db);
    }

    @Bean
    UploadSql uploadSql(JdbcClient db) {
        return new UploadSql(db);
    }

    @Bean
    MediaStore mediaStore(DataFolder data, MediaSql sql, PlatformTransactionManager transactions, Clocks clocks, VirusCheck virus) {
        return new MediaStore(new Blobs(data.root()),
            new Derivatives(data.root(), sql, new TransactionTemplate(transactions), clocks.system()), virus);
    }

    /** @param place of clamd, {@code host:port} or {@code unix:/path}; empty: nothing is checked */
    @Bean
    VirusCheck virusCheck(@Value("${huizhan.clamd:}") String place, Clocks clocks) {
        return new VirusCheck(place, clocks.system());
    }

    /** Files wait while it is away, and the server works on: it is told of, and not asked for. */
    @Bean
    HealthCheck virusHealth(VirusCheck virus) {
        return HealthCheck.besides("virus-check", virus.configured(), virus::answers);
    }

    @Bean
    Blobs blobs(MediaStore store) {
        return store.masters();
    }

    /** Whatever lies half written now a kill has left: no job runs yet, and nobody is answered (A4). */
    @Bean
    MediaFiles mediaFiles(MediaSql sql, MediaStore store, Examiner examiner, PlatformTransactionManager transactions, Clocks clocks,
            ObjectProvider<Jobs> jobs) throws IOException {
        var files = new MediaFiles(sql, store, examiner, new TransactionTemplate(transactions), clocks.system(),
            file -> MediaJobs.examineLater(jobs.getObject(), file));
        files.clearBatches(clocks.system().instant());
        return files;
    }

    @Bean
    MediaWork mediaWork(MediaSql sql, Examiner examiner, MediaStore store, Tools tools, ObjectProvider<MediaExamined> listeners,
            MediaWork.Recording recording) {
        return new MediaWork(sql, examiner, store, new MediaCopies(store, tools), () -> listeners.orderedStream().toList(), recording);
    }

    @Bean
    MediaWork.Recording mediaRecording(PlatformTransactionManager transactions, Clocks clocks) {
        return new MediaWork.Recording(new TransactionTemplate(transactions), clocks.system());
    }

    @Bean
    UploadTargets uploadTargets(ObjectProvider<UploadTarget> targets, ObjectProvider<NameCheck> names) {
        return new UploadTargets(() -> targets.orderedStream().toList(), () -> names.orderedStream().toList());
    }

    /** @param floor bytes that uploads leave free, so that the database can always write */
    @Bean
    UploadParts uploadParts(DataFolder data, @Value("${huizhan.uploads.floor:1073741824}") long floor) {
        return new UploadParts(data.root(), () -> data.resolve("uploads").toFile().getUsableSpace(), floor);
    }

    @Bean
    UploadArrival uploadArrival(UploadSql sql, UploadParts parts, MediaFiles files, UploadTargets targets, PlatformTransactionManager transactions, UploadArrival.Guard guard) {
        return new UploadArrival(sql, parts, files, targets, new TransactionTemplate(transactions), guard);
    }

    @Bean
    UploadArrival.Guard uploadGuard(VirusCheck virus, Audit audit, Clocks clocks) {
        return new UploadArrival.Guard(virus, no -> audit.refused(no.owner(), "upload.infected", "slot:" + no.slot(), Map.of("name", no.name(), "virus", no.virus())), clocks.system());
    }

    @Bean
    VirusWait virusWait(UploadArrival arrival, VirusCheck virus) {
        return new VirusWait(arrival, virus.configured());
    }

    @Bean
    Uploads uploads(UploadSql sql, UploadParts parts, UploadArrival arrival, UploadTargets targets, PlatformTransactionManager transactions,
            Clocks clocks) {
        return new Uploads(sql, parts, arrival, targets, new TransactionTemplate(transactions), clocks.system());
    }

    @Bean
    UploadSweep uploadSweep(UploadSql sql, UploadParts parts, UploadArrival arrival, MediaFiles files, PlatformTransactionManager transactions,
            Clocks clocks) {
        return new UploadSweep(sql, parts, arrival, files, new TransactionTemplate(transactions), clocks.system());
    }

    @Bean
    Farewell farewell(ObjectProvider<Jobs> jobs) {
        return new Farewell(jobs);
    }

    @Bean
    Task<Void> mediaRemoveTask(MediaFiles files, ErasedTraces traces) {
        return Farewell.fileTask(files, traces);
    }

    @Bean
    Task<Void> mediaEndUploadsTask(UploadSweep sweep, ErasedTraces traces) {
        return Farewell.uploadsTask(sweep, traces);
    }

    @Bean
    Tus tus(Uploads uploads, MediaSql sql, UploadTargets targets) {
        return new Tus(uploads, new TusVerdicts(uploads, sql, targets));
    }
}
