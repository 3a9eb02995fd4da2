package huizhan.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Brings one request's bytes to the disk. Whatever ends the request early, what reached the file stays and is forced. */
final class UploadWriting {
    private static final Logger LOG = LoggerFactory.getLogger(UploadWriting.class);
    private static final long ROOM_TO_GO_ON = 64L << 20;
    private final UploadSql sql;
    private final UploadParts parts;
    private final TransactionOperations transaction;

    UploadWriting(UploadSql sql, UploadParts parts, TransactionOperations transaction) {
        this.sql = sql;
        this.parts = parts;
        this.transaction = transaction;
    }

    /** Returns the new length, all of it on the disk. */
    long write(Upload upload, UploadPart part, UploadRequest request) throws UploadRefused, IOException {
        var mine = part.claim();
        var offset = part.durable();
        if (request.offset() != offset) {
            throw new UploadRefused(UploadFault.WRONG_OFFSET, offset);
        }
        if (request.length() > upload.size() - offset) {
            throw new UploadRefused(UploadFault.BEYOND_LENGTH, upload.size());
        }
        needRoom(Math.max(request.length(), 0));
        try {
            return request.checksum().isPresent() ? verified(upload, part, mine, request, request.checksum().get())
                : received(upload, part, mine, request);
        } catch (IOException e) {
            throw notStored(part, mine, e);
        }
    }

    void needRoom(long bytes) throws UploadRefused {
        if (!parts.hasRoomFor(bytes)) {
            throw new UploadRefused(UploadFault.NO_SPACE);
        }
    }

    private long received(Upload upload, UploadPart part, long mine, UploadRequest request) throws IOException, UploadRefused {
        part.mark(mine, false, () -> note(upload, OptionalLong.empty()));
        var flush = new UploadFlush(part, mine, parts.writers());
        try {
            UploadPipe.pump(new UploadBody(request.body()), request.offset(), upload.size() - request.offset(), new Plain(part, mine, flush), parts.writers());
        } finally {
            flush.end();
        }
        return part.force(mine);
    }

    /** With a checksum the bytes count all together or not at all, also when the process dies between. */
    private long verified(Upload upload, UploadPart part, long mine, UploadRequest request, UploadChecksum checksum)
            throws IOException, UploadRefused {
        part.mark(mine, true, () -> note(upload, OptionalLong.of(request.offset())));
        var body = new UploadBody(request.body());
        UploadPipe.pump(body, request.offset(), upload.size() - request.offset(), new Checking(part, mine, checksum), parts.writers());
        var whole = !body.broken() && checksum.matches();
        var offset = part.finish(mine, whole, () -> note(upload, OptionalLong.empty()));
        if (!whole) {
            throw new UploadRefused(UploadFault.CHECKSUM_MISMATCH);
        }
        return offset;
    }

    /** With a checksum the digest can't run ahead: the bytes may have to be dropped. */
    private record Checking(UploadPart part, long mine, UploadChecksum checksum) implements UploadPipe.Sink {
        @Override public void came(ByteBuffer piece) {
            checksum.add(piece);
        }

        @Override public void take(ByteBuffer piece) throws IOException, UploadRefused {
            part.append(mine, piece, false);
        }
    }

    private final class Plain implements UploadPipe.Sink {
        private final UploadPart part;
        private final long mine;
        private final UploadFlush flush;
        private long come;

        Plain(UploadPart part, long mine, UploadFlush flush) {
            this.part = part;
            this.mine = mine;
            this.flush = flush;
            this.come = part.durable();
        }

        @Override public void came(ByteBuffer piece) {
            var start = come;
            come += piece.remaining();
            part.hash().ahead(mine, start, piece);
        }

        @Override public void take(ByteBuffer piece) throws IOException, UploadRefused {
            var length = piece.remaining();
            part.append(mine, piece, true);
            if (flush.wrote(length)) {
                needRoom(0);
            }
        }
    }

    /** The disk is full or fails. What it took is forced, so that the upload goes on from there once there is room. */
    private UploadRefused notStored(UploadPart part, long mine, IOException cause) throws UploadRefused {
        LOG.error("an upload's bytes could not be written", cause);
        try {
            part.force(mine);
        } catch (IOException e) {
            LOG.error("nor could what was written be forced", e);
        }
        return new UploadRefused(parts.hasRoomFor(ROOM_TO_GO_ON) ? UploadFault.STORE_FAILED : UploadFault.NO_SPACE);
    }

    private void note(Upload upload, OptionalLong unverifiedFrom) {
        transaction.executeWithoutResult(status -> sql.unverifiedFrom(upload, unverifiedFrom));
    }
}
