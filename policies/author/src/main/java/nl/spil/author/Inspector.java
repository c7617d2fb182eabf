package nl.spil.author;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks one judge about the points of a walk and tells what breaks an invariant; for one thread. */
final class Inspector {
    private static final BitSet NOTHING = new BitSet();

    private final Judge judge;
    private final Tally tally;

    Inspector(Judge judge, Tally tally) {
        this.judge = judge;
        this.tally = tally;
    }

    void inspect(Walk walk, Point point) {
        var question = walk.question(point);
        var permitted = permitted(question, walk);
        for (var invariant : walk.invariants()) {
            if (invariant.range().holds(point)) {
                new Inspection(walk, point, question, permitted, invariant).run();
            }
        }
    }

    private Map<String, BitSet> permitted(ObjectNode question, Walk walk) {
        tally.asked((long) walk.matrix().recipients().size() * walk.items().size());
        return Walk.read(judge.permitted(question));
    }

    private boolean permitsSomething(ObjectNode question) {
        return judge.permitted(question).valueStream().anyMatch(items -> !items.isEmpty());
    }

    /** One invariant at one point. */
    private final class Inspection {
        private final Walk walk;
        private final Point point;
        private final ObjectNode question;
        private final Map<String, BitSet> permitted;
        private final Invariant invariant;
        private final BitSet concerned;

        Inspection(Walk walk, Point point, ObjectNode question, Map<String, BitSet> permitted, Invariant invariant) {
            this.walk = walk;
            this.point = point;
            this.question = question;
            this.permitted = permitted;
            this.invariant = invariant;
            this.concerned = walk.in(invariant.range());
        }

        void run() {
            tally.concerned(
                    invariant, (long) concerned.cardinality() * recipients().size());
            switch (invariant.claim()) {
                case Claim.Never _ -> each(permitted, this::breaks);
                case Claim.Only only
                when only.bases().isEmpty() ->
                    each(permitted, (recipient, items) -> {
                        if (only.range().holds(point)
                                && only.range().recipient().test(recipient)) {
                            items.andNot(walk.in(only.range()));
                        }
                        breaks(recipient, items);
                    });
                case Claim.Only only ->
                    whole((recipient, part, id) -> only.bases().stream()
                            .noneMatch(part.path("bases").path(id).findValuesAsString("code")::contains));
                case Claim.Carries carries ->
                    whole((_, part, id) -> !carried(part, id).containsAll(carries.obligations()));
                case Claim.AlsoLighter _ -> each(permitted, this::lighter);
                case Claim.NotWider wider -> compared(wider.differing(), true);
                case Claim.NotNarrower narrower -> compared(narrower.differing(), false);
            }
        }

        /** What is permitted to each recipient of what the invariant speaks of. */
        private void each(Map<String, BitSet> permits, BiConsumer<Partner, BitSet> check) {
            for (var recipient : recipients()) {
                var items = copy(permits.getOrDefault(recipient.oin(), NOTHING));
                items.and(concerned);
                check.accept(recipient, items);
            }
        }

        private List<Partner> recipients() {
            return walk.matrix().recipients().stream()
                    .filter(invariant.range().recipient())
                    .toList();
        }

        private void breaks(Partner recipient, BitSet items) {
            breaks(recipient, items, question, false);
        }

        private void breaks(Partner recipient, BitSet items, ObjectNode asked, boolean mustBePermitted) {
            if (!items.isEmpty()) {
                tally.broken(
                        invariant,
                        items.cardinality(),
                        () -> example(
                                Matrix.narrowed(asked, recipient, walk.items(), List.of(items.nextSetBit(0))),
                                mustBePermitted));
            }
        }

        /** As short as it can be where being permitted is all that is wrong. */
        private Counterexample example(ObjectNode asked, boolean mustBePermitted) {
            return invariant.claim().isBrokenByPermitting()
                    ? new Counterexample(Shortening.of(asked, Inspector.this::permitsSomething), false)
                    : new Counterexample(asked, mustBePermitted);
        }

        private void lighter(Partner recipient, BitSet items) {
            var told = new HashMap<Item, Integer>();
            for (var at = 0; at < walk.items().size(); at++) {
                told.put(walk.items().get(at), at);
            }
            var wrong = new BitSet();
            items.stream().forEach(at -> {
                var item = walk.items().get(at);
                wrong.set(
                        at,
                        !walk.matrix().codes().lighter(item.answer()).stream()
                                .map(answer -> told.get(new Item(item.category(), answer, item.ageBand(), item.role())))
                                .allMatch(permitted.getOrDefault(recipient.oin(), NOTHING)::get));
            });
            breaks(recipient, wrong);
        }

        private void compared(Differing differing, boolean mayNotWiden) {
            for (var changed : differing.from(question, walk.matrix())) {
                var then = permitted(changed, walk);
                each(mayNotWiden ? then : permitted, (recipient, more) -> {
                    more.andNot((mayNotWiden ? permitted : then).getOrDefault(recipient.oin(), NOTHING));
                    breaks(recipient, more, changed, !mayNotWiden);
                });
            }
        }

        /** Asks for the whole answer about what is permitted, and for nothing else: that is long. */
        private void whole(Wrong wrong) {
            var any = new BitSet();
            each(permitted, (_, items) -> any.or(items));
            if (any.isEmpty()) {
                return;
            }
            var asked = question.deepCopy();
            var items = asked.withArray("/resource/items");
            for (var at = items.size() - 1; at >= 0; at--) {
                if (!any.get(at)) {
                    items.remove(at);
                }
            }
            var answer = judge.answer(asked).path("subjects");
            each(permitted, (recipient, permits) -> {
                var part = answer.path(recipient.oin());
                var found = new BitSet();
                permits.stream().forEach(at -> found.set(at, wrong.is(recipient, part, Integer.toString(at))));
                breaks(recipient, found);
            });
        }

        private static List<String> carried(JsonNode part, String id) {
            var carried = new ArrayList<String>();
            part.path("obligations").forEach(obligation -> {
                if (Codes.texts(obligation.path("items")).anyMatch(id::equals)) {
                    carried.add(obligation.path("code").asString());
                }
            });
            return carried;
        }

        private static BitSet copy(BitSet set) {
            var copy = new BitSet();
            copy.or(set);
            return copy;
        }
    }

    /** Whether the whole answer about one permitted item is not as it must be. */
    @FunctionalInterface
    private interface Wrong {
        boolean is(Partner recipient, JsonNode part, String id);
    }
}
