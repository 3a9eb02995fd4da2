package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import java.util.UUID;

/**
 * One file that was handed in, byte-exact.
 *
 * @param size         bytes
 * @param originalName the name it had on the sender's machine, made safe for showing; never a path
 * @param facts        what the examination told so far; from the header at once, from the whole file after the background job
 * @param examined     whether that job has had its say
 */
public record StoredFile(UUID id, Sha256 sha256, long size, String originalName, FileFacts facts, boolean examined) {

    /** One that has only just come. */
    public StoredFile(UUID id, Sha256 sha256, long size, String originalName, FileFacts facts) {
        this(id, sha256, size, originalName, facts, false);
    }
}
