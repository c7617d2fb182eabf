package nl.spil.replay;

import java.time.Instant;
import nl.spil.replay.ReplayDesk.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a replay stands, for whoever asked for it. */
final class ReplayView {
    private ReplayView() {}

    static ObjectNode of(Standing standing) {
        var replay = standing.replay();
        var view = JsonNodeFactory.instance.objectNode();
        view.put("id", replay.id().toString());
        view.put("state", replay.state().name());
        view.putObject("progress")
                .put("done", standing.done())
                .put("total", replay.stretch().length());
        view.set("candidate", ReportJson.version(replay.candidate()));
        view.set("inUse", ReportJson.version(replay.inUse()));
        put(view, "since", replay.stretch().since());
        put(view, "until", replay.stretch().until());
        view.put("askedBy", replay.askedBy());
        put(view, "askedAt", replay.askedAt());
        put(view, "finishedAt", replay.finishedAt());
        if (replay.reportDigest() != null) {
            view.put("reportDigest", replay.reportDigest());
        }
        if (replay.failure() != null) {
            view.put("failure", replay.failure());
        }
        return view;
    }

    private static void put(ObjectNode view, String name, @Nullable Instant moment) {
        if (moment != null) {
            view.put(name, moment.toString());
        }
    }
}
