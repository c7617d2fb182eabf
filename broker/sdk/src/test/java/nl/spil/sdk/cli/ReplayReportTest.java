package nl.spil.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayReportTest {
    private static final Locale DUTCH = Locale.of("nl");
    private static final JsonNode REPORT = JsonMapper.shared().readTree("""
            {"candidate":{"revision":2,"digest":"sha256:aa"},"inUse":{"revision":1,"digest":"sha256:bb"},
             "entries":{"from":0,"to":90},
             "counts":{"questions":30,"compared":28,"judgedAgain":4,"unanswerable":2,"incomparable":0,"gone":0,
                       "judgments":99,"newlyPermitted":7,"newlyRefused":1,"otherReasons":0,"otherBases":0,
                       "dutyAdded":7,"dutyRemoved":0},
             "decidedBy":[{"revision":1,"digest":"sha256:bb","questions":28}],
             "changes":[
               {"purpose":"case-consultation","provider":"POLICE","recipient":"","category":"POLICE",
                "newlyRefused":{"count":1,"codes":[{"code":"<script>x</script>","count":1}],
                                "examples":[{"entry":5,"action":"disclose","answerType":"SUMMARY"}]}},
               {"purpose":"case-consultation","provider":"MUNICIPAL_EXECUTIVE","recipient":"PROBATION","category":"HOUSING",
                "newlyPermitted":{"count":7,"codes":[{"code":"category_not_allowed","count":7}],
                                  "examples":[{"entry":12,"action":"disclose","answerType":"STATUS"}]},
                "dutyAdded":{"count":7,"codes":[{"code":"no_onward_use","count":7}],"examples":[{"entry":12}]}}],
             "unanswerable":[{"entry":44}],"incomparable":[],
             "texts":{"category_not_allowed":{"nl":{"title":"Niet volgens de tabel","sentence":"Nee."},
                                              "en":{"title":"Not in the table","sentence":"No."}}}}
            """);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_terminal_shows_what_is_permitted_anew_first_with_what_falls_away_and_where_to_look() {
        new ReplayLines(terminal(DUTCH), new ReplayReport(REPORT, DUTCH)).print();

        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("Wat revisie 2 zou veranderen ten opzichte van revisie 1")
                .contains("28 van 30 eerdere vragen vergeleken")
                .contains("2 vragen kunnen de voorgestelde regels niet beantwoorden, bijvoorbeeld logregel 44")
                .contains("7 nieuw toegestaan; weg valt: Niet volgens de tabel (7); logregel 12");
        assertThat(text.indexOf("PROBATION")).isLessThan(text.indexOf("POLICE "));
    }

    @Test
    void it_speaks_english_to_who_asks_for_it() {
        new ReplayLines(terminal(Locale.ENGLISH), new ReplayReport(REPORT, Locale.ENGLISH)).print();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("7 newly permitted; falls away: Not in the table (7); entry 12");
    }

    @Test
    void the_page_stands_by_itself_and_what_an_archive_says_cannot_become_part_of_it() {
        var page = new ReplayPage(terminal(DUTCH), new ReplayReport(REPORT, DUTCH)).html();

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"nl\">")
                .contains("<caption>", "scope=\"col\"", "scope=\"rowgroup\"", "Niet volgens de tabel (7)")
                .contains("&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<script", "http://", "https://", "src=", "href=");
    }

    @Test
    void the_page_names_its_language() {
        var page = new ReplayPage(terminal(Locale.ENGLISH), new ReplayReport(REPORT, Locale.ENGLISH)).html();

        assertThat(page).contains("<html lang=\"en\">", "What revision 2 would change against revision 1");
    }

    private Terminal terminal(Locale language) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, false, language);
    }
}
