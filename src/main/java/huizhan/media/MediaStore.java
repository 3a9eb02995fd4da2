package huizhan.media;

/** Where the bytes lie: the masters, and the copies made from them. */
record MediaStore(Blobs masters, Derivatives copies) {}
