package huizhan.media;

/** Where the bytes lie: the masters, and the copies made from them; and what looks at bytes before they get a row. */
record MediaStore(Blobs masters, Derivatives copies, VirusCheck virus) {}
