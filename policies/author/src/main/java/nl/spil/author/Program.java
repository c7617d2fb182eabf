package nl.spil.author;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.function.Function;

/** The rules, compiled once to machine code of this JVM; every engine shares the code and nothing else. */
final class Program {
    private final WasmModule module;
    private final Function<Instance, Machine> code;
    private final String entrypoint;

    Program(Bundle bundle) {
        this.module = Parser.parse(bundle.file(Bundle.RULES));
        this.code = MachineFactoryCompiler.builder(module).compile();
        this.entrypoint = bundle.entrypoint();
    }

    /** A fresh engine with these tables loaded; for one thread at a time. */
    Engine engine(byte[] tables) {
        return new Engine(module, code, entrypoint, tables);
    }
}
