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
import java.util.function.Function;
import nl.spil.protocol.Json;

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

    private final Instance instance;
    private final FlatMemory memory;
    private final ExportFunction evaluate;
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
