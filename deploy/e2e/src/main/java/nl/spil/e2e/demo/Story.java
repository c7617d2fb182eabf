package nl.spil.e2e.demo;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.Item;
import nl.spil.sdk.Admission;
import nl.spil.sdk.Collected;
import nl.spil.sdk.Inbox;
import nl.spil.sdk.JzvReport;
import nl.spil.sdk.NewCase;
import nl.spil.sdk.NewConsent;
import nl.spil.sdk.Outcome;
import nl.spil.sdk.Refused;
import nl.spil.sdk.Sending;
import nl.spil.sdk.cli.Terminal;
import tools.jackson.databind.JsonNode;

/** The case, from registration to withdrawn consent, in the order in which it happens. */
final class Story {
    private static final Purpose TRIAGE = new Purpose("triage");
    private static final Purpose CONSULTATION = new Purpose("case-consultation");
    private static final Purpose THIRD_PARTY = new Purpose("incidental-third-party");
    private static final List<String> RECIPIENTS = List.of("gemeente", "politie", "ggz", "reclassering", "corporatie");

    private final Place place;
    private final URI broker;
    private final Screen screen;
    private final Words words;
    private final Terminal terminal;
    private final DemoFiles files;
    private final Cast cast;
    private final OutcomePage page;
    private final Results results = new Results();
    private final Map<String, String> senders = new HashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final CaseId caseId = CaseId.random();

    Story(Place place, URI broker, Screen screen, Words words, Terminal terminal) {
        this.place = place;
        this.terminal = terminal;
        this.broker = broker;
        this.screen = screen;
        this.words = words;
        this.files = new DemoFiles(place.files());
        this.cast = new Cast(files.json("partners.json"), place, words);
        this.page = new OutcomePage(screen, words, cast);
    }

    CaseId caseId() {
        return caseId;
    }

    Cast cast() {
        return cast;
    }

    void play() throws IOException, SQLException {
        screen.chapter(words.text("partners"));
        screen.explain(words.text("partners.explain"));
        var joined = cast.join(broker, screen);
        var proofs = new Proofs(cast.partner("wijkteam").home().logKey(), words);
        screen.detail(proofs.recompute(joined));

        var subject = register(proofs);
        inviteEveryone(subject, proofs);
        policeShare(subject, proofs);
        var consent = careShares(subject, proofs);
        housingAgreement(subject, proofs);
        everyoneCollects(proofs);
        withdraw(consent, proofs);
        new Blindness(place, files, screen, words)
                .show(cast.partner("gemeente").home().path());
        new Tampering(place, screen, words, terminal).show();
        summary(proofs);
    }

    private Pseudonym register(Proofs proofs) {
        screen.chapter(words.text("register"));
        screen.explain(words.text("register.explain"));
        var team = cast.partner("wijkteam");
        var report = JzvReport.read(files.bytes("melding.json"));
        var about = files.json("case.json");
        // The pseudonym and whom it stands for are kept in the team's own folder, and nowhere else.
        var subject = team.home().register().pseudonym(caseId, report.person());
        var age = report.ageBand(LocalDate.now(java.time.ZoneOffset.UTC))
                .orElseThrow(() -> new StoryEnded("the report has no date of birth"));
        var opened = team.openCase(new NewCase(
                caseId,
                CONSULTATION,
                about.path("goal").asString(),
                about.path("type").asString(),
                List.of(NewCase.Subject.of(subject, age))));
        screen.good(words.text("register.opened", caseId, subject));
        screen.detail(proofs.recompute(opened.receipt().stream().toList()));
        var pieces = report.items(subject).stream()
                .map(item -> new Piece("report", item))
                .toList();
        var number = files.json("melding.json").path("registratienummer").asString();
        screen.good(words.text("register.items", pieces.size(), number));
        send("wijkteam", TRIAGE, List.of("gemeente", "politie"), pieces, Grounds.none(), proofs);
        return subject;
    }

    private void inviteEveryone(Pseudonym subject, Proofs proofs) {
        screen.chapter(words.text("stages"));
        screen.explain(words.text("stages.explain"));
        collectAll("gemeente", proofs);
        var municipality = cast.partner("gemeente");
        var receipts = new ArrayList<Receipt>();
        var stages = new ArrayList<String>();
        for (var stage : List.of(Stage.TRIAGE, Stage.ASSESSMENT, Stage.CONSULTATION)) {
            municipality.moveTo(caseId, stage).receipt().ifPresent(receipts::add);
            stages.add(words.label("stage", stage.name()));
        }
        screen.good(words.text("stages.moved", String.join(" → ", stages)));
        for (var key : List.of("ggz", "reclassering")) {
            receipts.add(municipality.admit(caseId, cast.oin(key), Admission.asParticipant()));
        }
        screen.good(words.text("stages.admitted", words.list(List.of(cast.name("ggz"), cast.name("reclassering")))));
        var until = meetingEnds();
        receipts.add(municipality.admit(caseId, cast.oin("corporatie"), Admission.asThirdParty(until)));
        screen.good(words.text("stages.incidental", cast.name("corporatie"), Clock.time(until)));
        screen.detail(proofs.recompute(receipts));
        screen.say(words.text("stages.identity"));
        send("gemeente", CONSULTATION, List.of("ggz", "reclassering"), identity(subject), Grounds.none(), proofs);
        collectAll("ggz", proofs);
    }

    private Instant meetingEnds() {
        return now.plus(Duration.ofHours(8));
    }

    private List<Piece> identity(Pseudonym subject) {
        return JzvReport.read(files.bytes("melding.json")).items(subject).stream()
                .filter(item ->
                        List.of("IDENTIFYING", "BSN").contains(item.category().code()))
                .map(item -> new Piece("identity", item))
                .toList();
    }

    private void policeShare(Pseudonym subject, Proofs proofs) {
        screen.chapter(words.text("police"));
        screen.explain(words.text("police.explain"));
        var summary = item("POLICE", AnswerType.SUMMARY, subject, files.textItem("politiesamenvatting.txt"));
        var grounds = Grounds.none().with(new PoliceAuthority(true, now));
        var to = List.of("gemeente", "reclassering", "corporatie");
        send("politie", CONSULTATION, to, List.of(new Piece("police", summary)), grounds, proofs);
    }

    private UUID careShares(Pseudonym subject, Proofs proofs) {
        screen.chapter(words.text("care"));
        var given = files.json("consents.json").path(0);
        var allowed =
                given.path("recipients").valueStream().map(JsonNode::asString).toList();
        var names = words.list(allowed.stream().map(cast::name).toList());
        screen.explain(words.text("care.explain", names));
        var consent = consent(given, subject, allowed);
        var view = cast.partner("ggz").giveConsent(consent);
        screen.good(words.text("care.consent", names));
        screen.detail(proofs.recompute(List.of(view.receipt())));
        var pieces = List.of(
                new Piece(
                        "document",
                        item(
                                "HEALTH",
                                AnswerType.DOCUMENT,
                                subject,
                                files.document("behandelsamenvatting.pdf", "application/pdf"))),
                new Piece(
                        "answer",
                        item(
                                "HEALTH",
                                AnswerType.YES_NO,
                                subject,
                                files.json("yes-no.json").path("antwoord"))));
        var grounds = Grounds.none().with(new SecrecyBasis("consent"));
        var to = List.of("gemeente", "reclassering", "politie", "corporatie");
        send("ggz", CONSULTATION, to, pieces, grounds, proofs);
        return consent.id();
    }

    private NewConsent consent(JsonNode given, Pseudonym subject, List<String> allowed) {
        return new NewConsent(
                UUID.randomUUID(),
                caseId,
                subject,
                allowed.stream().map(cast::oin).toList(),
                given.path("categories")
                        .valueStream()
                        .map(code -> new DataCategory(code.asString()))
                        .toList(),
                given.path("kind").asString(),
                given.path("explicit").asBoolean(),
                now.minusSeconds(60),
                Optional.empty(),
                given.path("givenBy").asString(),
                given.path("method").asString());
    }

    private void housingAgreement(Pseudonym subject, Proofs proofs) {
        screen.chapter(words.text("housing"));
        screen.explain(words.text("housing.explain"));
        var pieces = new ArrayList<Piece>();
        identity(subject).stream()
                .filter(piece -> piece.item().category().code().equals("IDENTIFYING"))
                .forEach(pieces::add);
        pieces.add(new Piece(
                "agreement",
                item("ACTION_AGREEMENT", AnswerType.SUMMARY, subject, files.textItem("woonafspraak.txt"))));
        var undertaking =
                Declaration.of(DeclarationCode.UNDERTAKING_SIGNED, now).until(meetingEnds());
        send(
                "gemeente",
                THIRD_PARTY,
                List.of("corporatie"),
                pieces,
                Grounds.none().with(undertaking),
                proofs);
    }

    private static Item item(String category, AnswerType type, Pseudonym subject, JsonNode value) {
        return new Item(new DataCategory(category), type, subject, value);
    }

    private void send(
            String from, Purpose purpose, List<String> to, List<Piece> pieces, Grounds grounds, Proofs proofs) {
        var necessity = new NecessityRecord(true, true, true, new EmployeeId(from + "-07"), now);
        var items = pieces.stream().map(Piece::item).toList();
        var recipients = to.stream().map(cast::oin).toList();
        var outcome = cast.partner(from)
                .send(Sending.of(caseId, purpose, recipients, items, necessity).on(grounds));
        results.decided(outcome, pieces);
        outcome.exchange().ifPresent(exchange -> senders.put(exchange, from));
        page.show(outcome, pieces);
        screen.detail(proofs.recompute(receiptsOf(outcome)));
    }

    private static List<Receipt> receiptsOf(Outcome outcome) {
        var receipts = new ArrayList<Receipt>();
        outcome.receipt().ifPresent(receipts::add);
        outcome.recipients().forEach(recipient -> recipient.receipt().ifPresent(receipts::add));
        return receipts;
    }

    private void everyoneCollects(Proofs proofs) {
        screen.chapter(words.text("collect"));
        screen.explain(words.text("collect.explain"));
        for (var key : RECIPIENTS) {
            screen.name(cast.name(key));
            var waiting = waiting(key);
            if (waiting.isEmpty()) {
                screen.say("  " + words.text("collect.nothing"));
            }
            for (var entry : waiting) {
                if (key.equals("reclassering") && "ggz".equals(senders.get(entry.exchange()))) {
                    screen.hint(words.text("collect.later", cast.name(key), cast.name("ggz")));
                } else {
                    collect(key, entry, proofs);
                }
            }
            showUnaware(key);
        }
    }

    private void showUnaware(String key) {
        var unaware = results.rows().stream()
                .filter(row -> results.mark(row, cast.oin(key)) == Results.Mark.REFUSED)
                .map(row -> words.text("summary." + row))
                .toList();
        if (!unaware.isEmpty()) {
            screen.withheld(words.text("collect.unaware", words.list(unaware)));
        }
    }

    private List<Inbox.Entry> waiting(String key) {
        var found = new ArrayList<Inbox.Entry>();
        var partner = cast.partner(key);
        for (var inbox = partner.inbox(Optional.empty(), Duration.ZERO);
                !inbox.entries().isEmpty();
                inbox = partner.inbox(inbox.next(), Duration.ZERO)) {
            inbox.entries().stream()
                    .filter(entry -> entry.caseId().equals(caseId) && entry.state() == Inbox.State.WAITING)
                    .forEach(found::add);
            if (inbox.next().isEmpty()) {
                break;
            }
        }
        return found;
    }

    private void collectAll(String key, Proofs proofs) {
        screen.name(cast.name(key));
        waiting(key).forEach(entry -> collect(key, entry, proofs));
    }

    private void collect(String key, Inbox.Entry entry, Proofs proofs) {
        var partner = cast.partner(key);
        switch (partner.collect(entry.id())) {
            case Collected.Opened opened -> {
                var items = opened.exchange().items();
                results.received(entry.exchange(), cast.oin(key), items);
                var from = cast.nameOf(entry.provider());
                for (var item : items) {
                    var kind =
                            page.kind(item.category().code(), item.answerType().name());
                    screen.got(words.text("collect.from", from, kind));
                    screen.detail(Preview.of(item.value(), words));
                }
                var receipt = partner.acknowledge(entry.id());
                screen.detail(words.text("collect.checked") + " · " + proofs.recompute(List.of(receipt)));
            }
            case Collected.Unreadable unreadable ->
                throw new StoryEnded("what " + cast.name(key) + " collected cannot be read: " + unreadable.opening());
        }
    }

    private void withdraw(UUID consent, Proofs proofs) {
        screen.chapter(words.text("withdraw"));
        screen.explain(words.text("withdraw.explain"));
        var view = cast.partner("ggz").withdrawConsent(consent);
        screen.good(words.text("withdraw.done"));
        screen.detail(proofs.recompute(List.of(view.receipt())));
        var left = waiting("reclassering").stream()
                .filter(entry -> "ggz".equals(senders.get(entry.exchange())))
                .toList();
        for (var entry : left) {
            try {
                cast.partner("reclassering").collect(entry.id());
                throw new StoryEnded(words.text("withdraw.notRefused"));
            } catch (Refused refused) {
                screen.bad(words.text("withdraw.refused", cast.name("reclassering")));
                page.showReasons(refused.problem().whole());
                results.withdrawn(entry.exchange(), cast.oin("reclassering"));
            }
        }
        if (left.isEmpty()) {
            throw new StoryEnded(words.text("withdraw.notRefused"));
        }
    }

    private void summary(Proofs proofs) {
        screen.chapter(words.text("summary"));
        new Matrix(screen, words, cast, RECIPIENTS).show(results);
        screen.explain(words.text("summary.legend"));
        screen.blank();
        screen.say(words.text("summary.receipts", proofs.count()));
    }
}
