package huizhan.media;

import org.apache.catalina.connector.Connector;

/** How the connector must be set so that uploads go through whole and none holds a thread for long. */
final class MediaConnector {
    /** A line on which nothing comes for so long is given up; what came is on the disk. */
    private static final int SILENCE_MS = 30_000;
    private static final int READ_BUFFER = 128 << 10;

    private MediaConnector() {}

    static void configure(Connector connector) {
        // a refused chunk is read to its end, so that the sender sees the refusal and not a broken line
        connector.setProperty("maxSwallowSize", "-1");
        connector.setProperty("disableUploadTimeout", "false");
        connector.setProperty("connectionUploadTimeout", Integer.toString(SILENCE_MS));
        // the chunks of one upload meet the same warm thread again
        connector.setProperty("minSpareThreads", "2");
        connector.setProperty("socket.appReadBufSize", Integer.toString(READ_BUFFER));
    }
}
