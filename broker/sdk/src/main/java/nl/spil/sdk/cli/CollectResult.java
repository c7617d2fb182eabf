package nl.spil.sdk.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/** What came of collecting one disclosure. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
sealed interface CollectResult {

    /** The line, or lines, that say so. */
    void show(Terminal terminal);

    /** It opened; the contents stand in files. */
    record Opened(
            String disclosure,
            String exchange,
            String sender,
            String caseId,
            boolean partial,
            List<Contents.Written> items,
            String evidence,
            Optional<Receipt> acknowledged)
            implements CollectResult {
        @Override
        public void show(Terminal terminal) {
            terminal.line(terminal.text("collect.opened", disclosure, sender));
            if (partial) {
                terminal.line("  " + terminal.text("collect.partial"));
            }
            items.forEach(item -> terminal.line("  " + item));
            acknowledged.ifPresent(receipt ->
                    terminal.line("  " + terminal.text("ack.done", disclosure, Long.toString(receipt.index()))));
        }
    }

    /** It was delivered as released, and cannot be read. */
    record Unreadable(String disclosure, String exchange, String culprit, Optional<Receipt> acknowledged)
            implements CollectResult {
        @Override
        public void show(Terminal terminal) {
            terminal.line(terminal.text("collect.unreadable", disclosure, culprit));
        }
    }

    /** The rules no longer allow it. */
    record Refused(String disclosure, JsonNode refused) implements CollectResult {
        @Override
        public void show(Terminal terminal) {
            terminal.line(terminal.text("collect.refused", disclosure));
            for (var reason : refused.path("reasons").valueStream().toList()) {
                terminal.line("  "
                        + reason.path("sentence").asString(reason.path("code").asString("")));
            }
        }
    }
}
