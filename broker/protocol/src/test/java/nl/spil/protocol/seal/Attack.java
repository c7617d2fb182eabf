package nl.spil.protocol.seal;

import java.util.List;
import java.util.function.Function;

/**
 * One thing an attacker could send, and what must come of it.
 *
 * @param name of the vector's file
 * @param presentedTo who gets it
 * @param outcome at which step it is refused
 * @param codes exactly these problems, in order of their discovery
 * @param kept whether the vector is kept as a file; large ones are made when they are needed
 */
record Attack(
        String name,
        PresentedTo presentedTo,
        String outcome,
        List<String> codes,
        boolean kept,
        Function<SampleCase, byte[]> making) {

    enum PresentedTo {
        BROKER,
        RECIPIENT
    }

    static Attack onBroker(String name, String outcome, String code, Function<SampleCase, byte[]> making) {
        return new Attack(name, PresentedTo.BROKER, outcome, List.of(code), true, making);
    }

    static Attack onRecipient(String name, String outcome, String code, Function<SampleCase, byte[]> making) {
        return new Attack(name, PresentedTo.RECIPIENT, outcome, List.of(code), true, making);
    }

    Attack codes(String... all) {
        return new Attack(name, presentedTo, outcome, List.of(all), kept, making);
    }

    Attack large() {
        return new Attack(name, presentedTo, outcome, codes, false, making);
    }

    byte[] bytes() {
        return making.apply(new SampleCase());
    }

    @Override
    public String toString() {
        return name;
    }
}
