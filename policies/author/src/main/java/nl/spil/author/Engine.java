package nl.spil.author;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One running copy of the rules, by OPA's WebAssembly interface; for one thread at a time. */
final class Engine implements Judge {
    private static final String PERMITTED = "spil/disclosure/permitted";
    private static final int PAGE = 65_536;
    private static final int FIRST_PAGES = 16;
    /** A question of the matrix has a thousand times as many pairs as one of a partner. */
    private static final int MOST_PAGES = 8_192;

    private final Instance instance;
    private final Memory memory;
    private final ExportFunction evaluate;
    private final int answer;
    private final int permitted;
    private final int tables;
    private final int heap;

    Engine(WasmModule module, Function<Instance, Machine> code, String entrypoint, byte[] tables) {
        this.memory = new ByteArrayMemory(new MemoryLimits(FIRST_PAGES, MOST_PAGES));
        this.instance = Instance.builder(module)
                .withMachineFactory(code)
                .withImportValues(imports(module))
                .build();
        this.evaluate = instance.export("opa_eval");
        var entrypoints = Json.read(dumped(call("entrypoints")));
        this.answer = entrypoints.required(entrypoint).asInt();
        this.permitted = entrypoints.required(PERMITTED).asInt();
        this.tables = call("opa_json_parse", stored(tables), tables.length);
        this.heap = call("opa_heap_ptr_get");
    }

    @Override
    public JsonNode answer(JsonNode question) {
        return answer(question.toString());
    }

    JsonNode answer(String question) {
        return evaluated(answer, question);
    }

    /** Only what is permitted, per recipient; much quicker where an answer would be long. */
    @Override
    public JsonNode permitted(JsonNode question) {
        return evaluated(permitted, question.toString());
    }

    /** After a failure nobody knows what this engine holds: another must take its place. */
    private JsonNode evaluated(int entrypoint, String question) {
        var bytes = Json.utf8(question);
        makeRoom(heap + bytes.length);
        memory.write(heap, bytes);
        var start = (int) evaluate.apply(0, entrypoint, tables, heap, bytes.length, heap + bytes.length, 0)[0];
        var results = Json.read(text(start));
        if (results.isEmpty()) {
            throw new EngineStopped("the rules gave no answer");
        }
        return results.get(0).get("result");
    }

    private int stored(byte[] bytes) {
        var address = call("opa_malloc", bytes.length);
        memory.write(address, bytes);
        return address;
    }

    private void makeRoom(int bytes) {
        var missing = (bytes + PAGE - 1) / PAGE - memory.pages();
        if (missing > 0 && memory.grow(missing) < 0) {
            throw new EngineStopped("the question is too large");
        }
    }

    private String dumped(int value) {
        return memory.readCString(call("opa_json_dump", value));
    }

    private int call(String name, long... arguments) {
        return (int) instance.export(name).apply(arguments)[0];
    }

    private byte[] text(int start) {
        var end = start;
        while (memory.read(end) != 0) {
            end++;
        }
        return memory.readBytes(start, end - start);
    }

    private ImportValues imports(WasmModule module) {
        var imports = ImportValues.builder().addMemory(new ImportMemory("env", "memory", memory));
        var section = module.importSection();
        for (var i = 0; i < section.importCount(); i++) {
            if (section.getImport(i) instanceof FunctionImport function) {
                var type = module.typeSection().getType(function.typeIndex());
                imports.addFunction(new HostFunction("env", function.name(), type, (_, _) -> {
                    throw new EngineStopped("the rules stopped at " + function.name());
                }));
            }
        }
        return imports.build();
    }
}
