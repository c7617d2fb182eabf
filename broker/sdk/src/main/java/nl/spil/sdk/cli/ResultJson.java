package nl.spil.sdk.cli;

import java.util.List;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Results as JSON for scripts: names and numbers of Spil are plain strings there. */
final class ResultJson {
    private ResultJson() {}

    static JsonMapper mapper() {
        var names = new SimpleModule();
        for (Class<?> type : List.of(
                Oin.class, CaseId.class, ExchangeId.class, DisclosureId.class, ContentDigest.class, Pseudonym.class)) {
            names.addSerializer(type, ToStringSerializer.instance);
        }
        return JsonMapper.builder().addModule(names).build();
    }
}
