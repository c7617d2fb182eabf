package nl.spil.decision;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import nl.spil.protocol.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One running copy of the rules, by OPA's WebAssembly interface (ABI 1.2). Not thread-safe: two evaluations at once
 * would write over each other's question and give a wrong answer.
 */
final class WasmInstance {
    private static final int PAGE = 65_536;
    private static final int FIRST_PAGES = 16;
    private static final int MOST_PAGES = 1024;
    private static final int JSON = 0;
    private static final String HOST = "env";
    private static final byte[] PROBE = """
            {"a":[1,-2,253402300800,true,false,null,"é ","\\"\\u0041",""],"b":{"c":{},"d":[],"ee":"ff"},
            "0":[[{"x":"y"}]],"long":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SET = "{{\"result\":7}}".getBytes(StandardCharsets.UTF_8);

    private final Instance instance;
    private final FlatMemory memory;
    private final ExportFunction evaluate;
    private final Steps steps;
    private final ValueReader values;
    private final boolean familiar;
    private final int entrypoint;
    private final int tables;
    private final int heap;

    WasmInstance(WasmModule module, Function<Instance, Machine> code, String entrypoint, byte[] tables) {
        this.memory = new FlatMemory(new MemoryLimits(FIRST_PAGES, MOST_PAGES));
        this.instance = Instance.builder(module)
                .withMachineFactory(code)
                .withImportValues(imports(module, memory))
                .build();
        this.evaluate = instance.export("opa_eval");
        mustNeedNothing();
        this.entrypoint = number(entrypoint);
        this.tables = call("opa_json_parse", stored(tables), tables.length);
        if (this.tables == 0) {
            throw new BundleRefused("the tables are not JSON");
        }
        this.heap = call("opa_heap_ptr_get");
        this.steps = new Steps(instance);
        this.values = new ValueReader(memory);
        this.familiar = isFamiliar();
    }

    /** Answers one question as it is laid out in memory, which no later question must touch: so as a copy of its own. */
    JsonNode result(byte[] question) {
        if (!familiar) {
            return JsonMapper.shared().readTree(answer(question));
        }
        var found = evaluated(question);
        try {
            return values.read(found);
        } catch (ValueReader.Unfamiliar unfamiliar) {
            return JsonMapper.shared().readTree(dumped(found));
        }
    }

    /** Whether answers are read where they lie. */
    boolean readsInPlace() {
        return familiar;
    }

    /** What OPA does in one call when it also writes the answer out. */
    private int evaluated(byte[] question) {
        makeRoom(heap + question.length);
        memory.write(heap, question);
        steps.heapIs.apply(heap + question.length);
        var input = (int) steps.parse.apply(heap, question.length)[0];
        if (input == 0) {
            throw new DecisionUnavailable("the question is not JSON");
        }
        var context = steps.fresh.apply()[0];
        steps.input.apply(context, input);
        steps.data.apply(context, tables);
        steps.entrypoint.apply(context, entrypoint);
        var fault = steps.evaluate.apply(context);
        if (fault.length > 0 && fault[0] != 0) {
            throw new DecisionUnavailable("the rules ended with fault " + fault[0]);
        }
        return (int) steps.result.apply(context)[0];
    }

    /** The calls of an evaluation that is not written out. */
    private record Steps(
            ExportFunction heapIs,
            ExportFunction parse,
            ExportFunction fresh,
            ExportFunction input,
            ExportFunction data,
            ExportFunction entrypoint,
            ExportFunction evaluate,
            ExportFunction result) {
        Steps(Instance instance) {
            this(
                    instance.export("opa_heap_ptr_set"),
                    instance.export("opa_json_parse"),
                    instance.export("opa_eval_ctx_new"),
                    instance.export("opa_eval_ctx_set_input"),
                    instance.export("opa_eval_ctx_set_data"),
                    instance.export("opa_eval_ctx_set_entrypoint"),
                    instance.export("eval"),
                    instance.export("opa_eval_ctx_get_result"));
        }
    }

    /** Whether these rules lay values out as we read them; what is read here is written over by the first question. */
    private boolean isFamiliar() {
        try {
            var json = stored(PROBE);
            var set = stored(SET);
            var read = values.read(call("opa_json_parse", json, PROBE.length)).toString();
            return JsonMapper.shared().readTree(read).equals(JsonMapper.shared().readTree(PROBE))
                    && values.read(call("opa_value_parse", set, SET.length))
                            .toString()
                            .equals("[{\"result\":7}]");
        } catch (RuntimeException unfamiliar) {
            return false;
        }
    }

    /** Answers one question; what an earlier question left behind is written over. */
    byte[] answer(byte[] question) {
        makeRoom(heap + question.length);
        memory.write(heap, question);
        var start = (int) evaluate.apply(0, entrypoint, tables, heap, question.length, heap + question.length, JSON)[0];
        return memory.text(start);
    }

    /** The rules may use only what is inside them: whatever asks the host would not be the same on every engine. */
    private void mustNeedNothing() {
        if (!Json.read(dumped(call("builtins"))).isEmpty()) {
            throw new BundleRefused("the rules ask for functions that are not in the bundle");
        }
    }

    private int number(String name) {
        var numbers = Json.read(dumped(call("entrypoints")));
        if (!numbers.has(name)) {
            throw new BundleRefused("the rules have no entrypoint of that name");
        }
        return numbers.required(name).intValue();
    }

    private String dumped(int value) {
        return memory.readCString(call("opa_json_dump", value));
    }

    private int stored(byte[] bytes) {
        var address = call("opa_malloc", bytes.length);
        memory.write(address, bytes);
        return address;
    }

    private int call(String name, long... arguments) {
        return (int) instance.export(name).apply(arguments)[0];
    }

    private void makeRoom(int bytes) {
        var missing = (bytes + PAGE - 1) / PAGE - memory.pages();
        if (missing > 0 && memory.grow(missing) < 0) {
            throw new DecisionUnavailable("the question is too large for the engine");
        }
    }

    private static ImportValues imports(WasmModule module, FlatMemory memory) {
        var imports = ImportValues.builder().addMemory(new ImportMemory(HOST, "memory", memory));
        var section = module.importSection();
        for (var i = 0; i < section.importCount(); i++) {
            if (section.getImport(i) instanceof FunctionImport function) {
                var type = module.typeSection().getType(function.typeIndex());
                imports.addFunction(new HostFunction(HOST, function.name(), type, (_, _) -> {
                    throw new DecisionUnavailable("the rules stopped at " + function.name());
                }));
            }
        }
        return imports.build();
    }
}
