package nl.spil.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.seal.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class JzvReportTest {
    private static final Pseudonym SOMEONE = Pseudonym.random();

    /** Every member of jzv_meldingen/v1 once; the number is from the range that nobody gets. */
    static final String MELDING = """
            {"registratienummer": "2026-17", "soort": "ZVH", "datumTijd": "2026-03-01T09:00:00Z",
             "incident": {"datumTijd": "2026-02-28T22:00:00Z", "locatie": "Nergensstraat", "omschrijving": "ruit ingegooid",
               "periodeVanTot": {"datumTijdBegin": "2026-02-01T00:00:00Z", "datumTijdEinde": "2026-02-28T00:00:00Z"}},
             "natuurlijkPersoon": {"burgerservicenummer": "999991772",
               "naam": {"geslachtsnaam": "Verzonnen", "voorletters1": "W", "voornamen": "Wim", "voorvoegselGeslachtsnaam": "van"},
               "geboorte": {"datum": "1981-02-28"}, "geslachtsaanduiding": "man",
               "adres": {"soortAdres": "02", "straatAdres": {"straatnaam": "Nergensstraat", "huisnummer": 12, "huisletter": "a"}},
               "communicatiemiddel": [{"type": "Emailadres", "waarde": "wim@verzonnen.example"}]},
             "zorgelijkeSituatie": {"situatieSchets": "slaapt overdag", "nadereOmschrijving": "hoort stemmen",
               "vraagAntwoord": {"vraag": "ZVH-001", "antwoord": "oplopend"}},
             "overigeInformatie": {"omschrijving": "zus houdt contact", "uRL": "https://voorbeeld.example/1"},
             "verzoek": "graag casusoverleg", "terugkoppelingGewenst": true}""";

    @Test
    void every_member_of_a_report_ends_in_exactly_one_item() {
        var items = report(MELDING).items(SOMEONE);

        var together = JsonText.object();
        for (var item : items) {
            item.value().forEachEntry((name, value) -> {
                assertThat(together.has(name)).as(name).isFalse();
                together.set(name, value);
            });
        }
        var whole = (ObjectNode) JsonText.read(MELDING.getBytes(StandardCharsets.UTF_8));
        var person = (ObjectNode) whole.remove("natuurlijkPersoon");
        assertThat(together).isEqualTo(whole.setAll(person));
    }

    @Test
    void who_it_is_and_how_to_reach_them_and_their_number_and_the_story_are_kept_apart() {
        var items = report(MELDING).items(SOMEONE);

        assertThat(items)
                .extracting(item -> item.category().code())
                .containsExactly(
                        "IDENTIFYING",
                        "CONTACT",
                        "BSN",
                        "SAFETY_ASSESSMENT",
                        "SAFETY_ASSESSMENT",
                        "SAFETY_ASSESSMENT",
                        "SAFETY_ASSESSMENT");
        assertThat(items).extracting(Item::answerType).containsOnly(AnswerType.SUMMARY);
        assertThat(items).extracting(Item::subject).containsOnly(SOMEONE);
        assertThat(items)
                .filteredOn(item -> !item.category().code().equals("BSN"))
                .noneMatch(item -> item.value().toString().contains("999991772"));
    }

    @Test
    void the_sender_may_say_that_other_information_is_about_relatives() {
        var relations = new DataCategory("RELATIONS");

        var items = report(MELDING).items(SOMEONE, Map.of(ReportSection.OTHER_INFORMATION, relations));

        assertThat(items)
                .filteredOn(item -> item.category().equals(relations))
                .singleElement()
                .satisfies(item -> assertThat(item.value().toString()).contains("zus"));
    }

    @Test
    void a_member_that_the_mapping_does_not_know_is_not_left_out_in_silence() {
        var melding = MELDING.replace("\"verzoek\"", "\"strafblad\": \"geheim\", \"verzoek\"");

        assertThatThrownBy(() -> report(melding))
                .hasMessageContaining("'strafblad' is not a member of a Melding")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_of_what_it_says() {
        var melding = MELDING.replace("999991772", "999991773")
                .replace("\"ZVH\"", "\"GEHEIM\"")
                .replace("1981-02-28", "28 februari")
                .replace("\"verzoek\"", "\"vraag\"");

        assertThatThrownBy(() -> report(melding))
                .hasMessageContaining("eleven test")
                .hasMessageContaining("'soort'")
                .hasMessageContaining("geboorte.datum")
                .hasMessageContaining("'verzoek' is missing")
                .hasMessageNotContaining("99999177")
                .hasMessageNotContaining("GEHEIM")
                .hasMessageNotContaining("februari");
    }

    @ParameterizedTest
    @MethodSource("birthdays")
    void of_the_age_only_the_band_is_told(String born, AgeBand band) {
        var melding = MELDING.replace("1981-02-28", born);

        assertThat(report(melding).ageBand(LocalDate.parse("2026-03-01"))).contains(band);
    }

    static Object[][] birthdays() {
        return new Object[][] {
            {"2014-03-02", AgeBand.UNDER_12},
            {"2014-03-01", AgeBand.FROM_12_TO_15},
            {"2010-03-02", AgeBand.FROM_12_TO_15},
            {"2010-03-01", AgeBand.FROM_16},
            {"2008-03-02", AgeBand.FROM_16},
            {"2008-03-01", AgeBand.ADULT},
        };
    }

    @Test
    void without_a_date_of_birth_no_age_is_assumed() {
        var melding = MELDING.replace("\"geboorte\": {\"datum\": \"1981-02-28\"}, ", "");

        assertThat(report(melding).ageBand(LocalDate.parse("2026-03-01"))).isEmpty();
    }

    @Test
    void every_test_number_of_the_register_of_persons_is_a_citizen_service_number() {
        var numbers = External.json("dutch/bsn-valid.json").path("valid");

        assertThat(numbers.valueStream()
                        .map(number -> new CitizenServiceNumber(number.asString()).value())
                        .toList())
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void one_wrong_digit_in_a_citizen_service_number_is_always_noticed() {
        var numbers = External.json("dutch/bsn-valid.json").path("valid");

        for (var number : numbers.valueStream().toList()) {
            for (int place = 0; place < 9; place++) {
                var wrong = new StringBuilder(number.asString());
                wrong.setCharAt(place, (char) ('0' + (wrong.charAt(place) - '0' + 1) % 10));
                assertThatThrownBy(() -> new CitizenServiceNumber(wrong.toString()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void a_name_comes_through_byte_for_byte_or_is_refused() {
        var names = External.json("dutch/names.json");

        var through = 0;
        for (var group : names) {
            for (var name : group.valueStream().filter(each -> each.isString()).toList()) {
                through += comesThrough(name.stringValue()) ? 1 : 0;
            }
        }
        assertThat(through).isGreaterThan(100);
    }

    private static boolean comesThrough(String name) {
        var melding = (ObjectNode) JsonText.read(MELDING.getBytes(StandardCharsets.UTF_8));
        ((ObjectNode) melding.path("natuurlijkPersoon").path("naam")).put("geslachtsnaam", name);
        var text = JsonText.write(melding);
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            assertThatThrownBy(() -> JzvReport.read(text)).hasMessageContaining("normal form C");
            return false;
        }
        var sealed = JzvReport.read(text).items(SOMEONE).getFirst().value().path("naam");
        assertThat(sealed.path("geslachtsnaam").stringValue()).isEqualTo(name);
        return true;
    }

    private static JzvReport report(String text) {
        return JzvReport.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
