package nl.spil.e2e.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.OpenedItem;
import nl.spil.sdk.Outcome;

/** What really became of every piece for every recipient, kept while the story goes, shown at its end. */
final class Results {
    private final Map<String, List<Piece>> sent = new HashMap<>();
    private final Map<Cell, Mark> marks = new HashMap<>();
    private final Set<String> rows = new LinkedHashSet<>();

    enum Mark {
        RECEIVED("✓"),
        REFUSED("✗"),
        WITHDRAWN("◌"),
        WAITING("…"),
        NOT_ADDRESSED("·");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    private record Cell(String row, Oin recipient) {}

    void decided(Outcome outcome, List<Piece> pieces) {
        sent.put(outcome.exchange().orElseThrow(), pieces);
        for (var recipient : outcome.recipients()) {
            var refused = refusedKinds(recipient);
            for (var piece : pieces) {
                rows.add(piece.row());
                var mark = refused.contains(piece.kind()) ? Mark.REFUSED : Mark.WAITING;
                marks.put(new Cell(piece.row(), recipient.recipient()), mark);
            }
        }
    }

    static Set<String> refusedKinds(Outcome.ForRecipient recipient) {
        return recipient.refused().stream()
                .map(item -> item.category() + " " + item.answerType())
                .collect(Collectors.toSet());
    }

    void received(String exchange, Oin recipient, List<OpenedItem> items) {
        var kinds = items.stream()
                .map(item -> item.category().code() + " " + item.answerType().name())
                .collect(Collectors.toSet());
        for (var piece : sent.getOrDefault(exchange, List.of())) {
            if (kinds.contains(piece.kind())) {
                marks.put(new Cell(piece.row(), recipient), Mark.RECEIVED);
            }
        }
    }

    void withdrawn(String exchange, Oin recipient) {
        for (var piece : sent.getOrDefault(exchange, List.of())) {
            marks.replace(new Cell(piece.row(), recipient), Mark.WAITING, Mark.WITHDRAWN);
        }
    }

    List<String> rows() {
        return new ArrayList<>(rows);
    }

    Mark mark(String row, Oin recipient) {
        return marks.getOrDefault(new Cell(row, recipient), Mark.NOT_ADDRESSED);
    }
}
