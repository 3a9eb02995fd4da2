package huizhan.media;

import java.util.Optional;

/**
 * One request's bytes for an upload.
 *
 * @param offset   where the client believes they belong
 * @param length   how many were announced, -1 where that isn't known
 * @param checksum over exactly these bytes
 */
record UploadRequest(long offset, long length, UploadBody.Source body, Optional<UploadChecksum> checksum) {}
