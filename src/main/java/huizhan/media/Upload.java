package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One file on its way in. How far it has come is the length of its file on disk, never a part of this row.
 *
 * @param id             256 random bits in hexadecimal: the capability in the upload's URL
 * @param account        who may use it
 * @param metadata       the client's {@code Upload-Metadata}, as it came
 * @param size           bytes in all
 * @param unverifiedFrom a request with a checksum was writing from here; after a crash what lies behind is dropped
 * @param sha256         known once every byte is there; written before the file is moved into the store
 * @param file           the stored file; its presence means that the upload is complete
 * @param refusal        why the file didn't get its place when it arrived
 */
record Upload(String id, UUID account, String slot, String originalName, String metadata, long size, Instant expiresAt,
              OptionalLong unverifiedFrom, Optional<Sha256> sha256, Optional<UUID> file, Optional<Text> refusal) {

    @Override public String toString() {
        return "Upload[" + size + " bytes]";
    }
}
