package nl.spil.sdk.cli;

import java.util.List;
import java.util.Map;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.PublishedKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spil keys}: a partner's own keys, and the published ones of others. */
@Command(name = "keys")
final class KeysCommand extends Group {

    KeysCommand(Terminal terminal) {
        super(terminal);
    }

    @Command
    int generate(@Mixin WhichPartner who) {
        var home = who.home(terminal());
        var keys = home.generateKeys();
        terminal()
                .result(
                        Map.of("keys", keys),
                        () -> keys.forEach(key -> terminal().line(terminal().text("keys.made", key))));
        return ExitCode.OK.number();
    }

    @Command
    int publish(@Mixin WhichPartner who) {
        return published(who.partner(terminal()).publishKeys());
    }

    @Command
    int rotate(@Mixin WhichPartner who) {
        return published(who.partner(terminal()).rotateKeys());
    }

    @Command
    int revoke(@Mixin WhichPartner who, @Parameters(paramLabel = "KID", descriptionKey = "kid") String key) {
        return published(who.partner(terminal()).revokeKey(new KeyId(key)));
    }

    private int published(Receipt receipt) {
        terminal()
                .result(
                        Map.of("receipt", receipt),
                        () -> terminal().line(terminal().text("recorded", Long.toString(receipt.index()))));
        return ExitCode.OK.number();
    }

    @Command
    int list(
            @Mixin WhichPartner who,
            @Parameters(arity = "0..1", paramLabel = "OIN", descriptionKey = "oin") @Nullable Oin of) {
        var partner = who.partner(terminal());
        var keys = partner.keysOf(of == null ? partner.profile().oin() : of);
        terminal().result(keys, () -> show(keys));
        return ExitCode.OK.number();
    }

    private void show(PublishedKeys keys) {
        terminal().line(terminal().text("keys.set", keys.partner(), Long.toString(keys.sequence()), keys.expiresAt()));
        show("keys.signing", keys.signing(), keys.revoked());
        show("keys.sealing", keys.sealing(), keys.revoked());
    }

    private void show(String kind, List<String> keys, List<String> revoked) {
        for (var key : keys) {
            var state = revoked.contains(key) ? " " + terminal().text("keys.revoked") : "";
            terminal().line("  " + terminal().text(kind) + " " + key + state);
        }
    }
}
