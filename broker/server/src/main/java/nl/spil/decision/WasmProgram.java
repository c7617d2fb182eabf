package nl.spil.decision;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import nl.spil.protocol.Sha256;

/**
 * The rules, compiled once to machine code of this JVM; every instance shares the code and nothing else. Bundles that
 * differ in their tables alone share it too, so that a change of a table costs no compiling and starts at full speed.
 *
 * <p>Interpreted, one decision takes a hundred times as long; so what cannot be compiled is refused at the start.
 */
final class WasmProgram {
    private static final Map<Sha256, WeakReference<Compiled>> COMPILED = new HashMap<>();

    private final Compiled compiled;
    private final PolicyBundle bundle;

    /** What comes of the rules alone; it holds no memory and no tables. */
    private record Compiled(WasmModule module, Function<Instance, Machine> code) {
        static Compiled of(byte[] rules) {
            var module = Parser.parse(rules);
            var code = MachineFactoryCompiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .compile();
            return new Compiled(module, code);
        }
    }

    WasmProgram(PolicyBundle bundle) {
        this.bundle = bundle;
        this.compiled = compiled(bundle.rules());
    }

    /** For as long as somebody uses it. */
    private static Compiled compiled(byte[] rules) {
        synchronized (COMPILED) {
            COMPILED.values().removeIf(held -> held.get() == null);
            var digest = Sha256.of(rules);
            var held = COMPILED.get(digest);
            var known = held == null ? null : held.get();
            if (known != null) {
                return known;
            }
            var fresh = Compiled.of(rules);
            COMPILED.put(digest, new WeakReference<>(fresh));
            return fresh;
        }
    }

    /** A fresh instance with the tables loaded; for one thread at a time. */
    WasmInstance instance() {
        return new WasmInstance(compiled.module(), compiled.code(), bundle.entrypoint(), bundle.tables());
    }
}
