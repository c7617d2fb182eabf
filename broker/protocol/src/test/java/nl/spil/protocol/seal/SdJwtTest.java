package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDObjectDecoder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ExternalVectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a recipient keeps is an SD-JWT as RFC 9901 has it, for readers that nobody here wrote. */
class SdJwtTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void another_reader_finds_labels_and_contents_where_the_sender_signed_them() {
        var sample = new SampleCase();
        var opening = sample.opener(PROBATION).open(Attacks.delivered(sample, sample.submission()), NOW);
        var evidence = MAPPER.readTree(((Opening.Opened) opening).exchange().evidence());

        var payload = decoded(
                new String(Base64Url.decode(evidence.required("payload").stringValue()), UTF_8),
                evidence.required("header")
                        .required("disclosures")
                        .valueStream()
                        .map(text -> text.stringValue())
                        .toList());

        assertThat((List<?>) payload.get("items"))
                .extracting(item -> ((Map<?, ?>) item).get("cat"), item -> ((Map<?, ?>) item).get("value"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "POLICE", Map.of("text", "Twee meldingen van geluidsoverlast in oktober.")),
                        org.assertj.core.groups.Tuple.tuple(
                                "CONTACT", Map.of("phone", "0600000000", "hours", List.of(9L, 17L))));
    }

    @Test
    void the_cases_of_others_read_as_they_say_with_digests_made_as_ours() {
        var files = Stream.of("sd-jwt-python-testcases", "ietf-examples")
                .flatMap(folder -> ExternalVectors.filesIn("crypto/sdjwt/" + folder).stream())
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("specification.yml"))
                .toList();
        var selected = 0;

        for (var file : files) {
            var one = SdJwtCase.read(file);
            assertThat(verified(one.whole())).as(file.toString()).isEqualTo(one.claimed());
            if (one.expected().isPresent()) {
                assertThat(verified(one.selected()))
                        .as(file.toString())
                        .isEqualTo(one.expected().get());
                selected++;
            }
        }

        assertThat(files).hasSize(32);
        assertThat(selected).isEqualTo(17);
    }

    private static Map<String, Object> verified(SdJwtCase.Presented presented) {
        var claims = decoded(MAPPER.writeValueAsString(presented.payload()), presented.disclosures());
        claims.remove("_sd_alg");
        return claims;
    }

    private static Map<String, Object> decoded(String payload, List<String> disclosures) {
        Map<String, Object> claims = new com.google.gson.Gson()
                .fromJson(payload, new com.google.gson.reflect.TypeToken<Map<String, Object>>() {}.getType());
        var parsed = disclosures.stream().map(Disclosure::parse).toList();
        return new SDObjectDecoder().decode(claims, parsed);
    }
}
