package nl.spil.decision;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.function.Function;

/**
 * The rules, compiled once to machine code of this JVM; every instance shares the code and nothing else.
 *
 * <p>Interpreted, one decision takes a hundred times as long; so what cannot be compiled is refused at the start.
 */
final class WasmProgram {
    private final WasmModule module;
    private final Function<Instance, Machine> code;
    private final PolicyBundle bundle;

    WasmProgram(PolicyBundle bundle) {
        this.bundle = bundle;
        this.module = Parser.parse(bundle.rules());
        this.code = MachineFactoryCompiler.builder(module)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .compile();
    }

    /** A fresh instance with the tables loaded; for one thread at a time. */
    WasmInstance instance() {
        return new WasmInstance(module, code, bundle.entrypoint(), bundle.tables());
    }
}
