package huizhan.database;

import huizhan.kernel.Json;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Job data as JSON, never as serialized Java objects. */
final class JobData implements Serializer {
    private final JsonMapper json = Json.mapper().build();

    @Override public byte[] serialize(Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override public <T> T deserialize(Class<T> type, byte[] bytes) {
        return bytes == null || type == Void.class ? null : json.readValue(bytes, type);
    }
}
