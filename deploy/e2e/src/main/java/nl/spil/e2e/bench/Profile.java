package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where the broker's processor time goes, from a flight recording: by what the work is for, and by hottest method. */
record Profile(int samples, Map<String, Integer> byPurpose, Map<String, Integer> byMethod) {
    private static final String RULES = "policy: the compiled rules";
    private static final String JUDGING = "judging: question, answer";

    /** Innermost match wins, so that a signature checked inside the token filter counts as a signature. */
    private static final Map<String, List<String>> PURPOSES = purposes();

    private static Map<String, List<String>> purposes() {
        var purposes = new LinkedHashMap<String, List<String>>();
        purposes.put(RULES, List.of("com.dylibso.chicory", "com.styra.opa"));
        purposes.put(
                "signatures (elliptic curves)",
                List.of("org.bouncycastle.math.ec", "org.bouncycastle.crypto.signers", "sun.security.ec"));
        purposes.put(
                "TLS", List.of("sun.security.ssl", "com.sun.crypto.provider", "org.apache.tomcat.util.net.Secure"));
        purposes.put("talking to PostgreSQL", List.of("org.postgresql", "com.zaxxer.hikari"));
        purposes.put("the ledger's own work", List.of("nl.spil.ledger"));
        purposes.put(JUDGING, List.of("nl.spil.decision"));
        purposes.put("reading and checking the envelope", List.of("nl.spil.protocol"));
        purposes.put("the door and the deliveries", List.of("nl.spil.disclosure"));
        purposes.put("who calls: token, proof, client", List.of("nl.spil.access", "org.springframework.security"));
        purposes.put("HTTP, JSON and dispatching", List.of("org.apache", "org.springframework", "tools.jackson"));
        return purposes;
    }

    static Profile read(Path recording) throws IOException {
        var byPurpose = new HashMap<String, Integer>();
        var byMethod = new HashMap<String, Integer>();
        int samples = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                var stack = event.getStackTrace();
                if (isSample(event) && stack != null) {
                    samples++;
                    byPurpose.merge(purposeOf(stack), 1, Integer::sum);
                    byMethod.merge(topOf(stack), 1, Integer::sum);
                }
            }
        }
        return new Profile(samples, largestFirst(byPurpose), largestFirst(byMethod));
    }

    /** Which part of the processor time goes to one whole decision, from question to answer. */
    double shareOfDeciding() {
        int deciding = byPurpose.getOrDefault(RULES, 0) + byPurpose.getOrDefault(JUDGING, 0);
        return deciding / (double) Math.max(1, samples);
    }

    private static boolean isSample(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.ExecutionSample")
                || event.getEventType().getName().equals("jdk.CPUTimeSample");
    }

    private static String purposeOf(RecordedStackTrace stack) {
        for (var frame : stack.getFrames()) {
            var type = frame.getMethod().getType().getName();
            for (var purpose : PURPOSES.entrySet()) {
                if (purpose.getValue().stream().anyMatch(type::startsWith)) {
                    return purpose.getKey();
                }
            }
        }
        return "the virtual machine and the rest of Java";
    }

    private static String topOf(RecordedStackTrace stack) {
        var method = stack.getFrames().getFirst().getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    private static Map<String, Integer> largestFirst(Map<String, Integer> counts) {
        var entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        var sorted = new LinkedHashMap<String, Integer>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
