package nl.spil;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.spil.access.Attempts;
import nl.spil.access.CallingPartner;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.LedgerUnavailable;
import nl.spil.ledger.Writing;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Problem;
import nl.spil.protocol.proof.LeafHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Puts on record that a known partner asked for something and was refused: when, what, and why, but no content. */
final class RecordedAttempts implements Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedAttempts.class);
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9/._-]{0,200}");

    private final ObjectProvider<Ledger> ledger;

    RecordedAttempts(ObjectProvider<Ledger> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void refused(CallingPartner caller, String method, String path, Rejected why) {
        if (why.isRecorded() || why.type().status() >= 500) {
            return;
        }
        var header = LeafHeader.none().from(caller.oin());
        var draft = Draft.of(caller.oin(), EntryKind.ATTEMPT_REFUSED, header, record(method, path, why));
        try {
            ledger.getObject().record(Writing.of(draft));
        } catch (LedgerUnavailable away) {
            // The caller is refused either way; that this is not on record must not stay unseen.
            LOG.error(
                    "an attempt of partner {} could not be recorded: {}",
                    caller.oin(),
                    why.type().code());
        }
    }

    private static Map<String, Object> record(String method, String path, Rejected why) {
        return Map.of(
                "method", method,
                "path", PLAIN_PATH.matcher(path).matches() ? path : "(elsewhere)",
                "status", why.type().status(),
                "code", why.type().code(),
                "problems", codes(why.problems()));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).distinct().limit(16).toList();
    }
}
