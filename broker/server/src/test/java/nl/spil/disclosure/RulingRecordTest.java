package nl.spil.disclosure;

import static nl.spil.disclosure.Examples.HEALTH;
import static nl.spil.disclosure.Examples.HOUSING;
import static nl.spil.disclosure.Examples.RECIPIENT;
import static nl.spil.disclosure.Examples.answer;
import static nl.spil.disclosure.Examples.noOnwardUse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.spil.disclosure.Outcome.Disclosure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulingRecordTest {

    @Test
    void what_was_told_can_be_told_again_from_the_record() {
        var answer = answer(List.of(HEALTH), List.of(HOUSING), noOnwardUse(HEALTH));
        var outcome = (Disclosure) Outcome.of(Ruling.of(RECIPIENT, List.of(HOUSING, HEALTH), answer));

        var record = new HashMap<>(RulingRecord.of(outcome.ruling()));
        record.put("disclosure", outcome.id().toString());

        assertThat(RulingRecord.readOutcome(stored(record))).isEqualTo(outcome);
    }

    @Test
    void a_refusal_is_told_again_with_its_reasons() {
        var outcome = Outcome.of(Ruling.of(RECIPIENT, List.of(HOUSING), answer(List.of(), List.of(HOUSING))));

        var again = RulingRecord.readOutcome(stored(RulingRecord.of(outcome.ruling())));

        assertThat(again).isEqualTo(outcome);
        assertThat(again.ruling().refused().getFirst().reasons()).containsExactly(Examples.NOT_ADMITTED);
    }

    private static JsonNode stored(Map<String, ?> record) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsBytes(record));
    }
}
