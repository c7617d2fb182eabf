package nl.spil.author;

import com.styra.opa.wasm.OpaPolicy;
import tools.jackson.databind.JsonNode;

/** The bundle as the broker evaluates it, in process; for one thread at a time. */
final class WasmEngine {
    private static final String ENTRYPOINT = "spil/disclosure/answer";
    private static final WasmEngine SHARED = new WasmEngine(OpaPolicy.builder());

    private final OpaPolicy policy;

    private WasmEngine(OpaPolicy.Builder builder) {
        policy = builder.withPolicy(Bundle.bytes("policy.wasm"))
                .build()
                .entrypoint(ENTRYPOINT)
                .data(Bundle.text("data.json"));
    }

    /** Compiling the rules takes seconds, so that all tests ask one instance. */
    static WasmEngine shared() {
        return SHARED;
    }

    /** One of its own, slow to ask and quick to make. */
    static WasmEngine interpreted() {
        return new WasmEngine(OpaPolicy.builder().disableCompiler());
    }

    JsonNode answer(JsonNode question) {
        return answer(question.toString());
    }

    synchronized JsonNode answer(String question) {
        return Json.read(policy.evaluate(question)).get(0).get("result");
    }
}
