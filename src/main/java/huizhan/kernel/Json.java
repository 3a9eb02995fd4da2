package huizhan.kernel;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/** JSON whose buffers are let go after use: kept for the next document, they would hold on to words of the last one (C7). */
public final class Json {
    private Json() {}

    public static JsonFactoryBuilder factory() {
        return JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }

    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(factory().build());
    }
}
