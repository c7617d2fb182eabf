package nl.spil.sdk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import nl.spil.protocol.Actor;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The broker as seen from a partner: a call goes out with a token, a proof and an actor of its own for every attempt, and
 * is tried again when the broker is away or a reply got lost.
 */
final class Broker {
    private final URI address;
    private final Transport transport;
    private final Issuer issuer;
    private final Tokens tokens;
    private final SigningKey proofKey;
    private final ActorSigner actors;
    private final Patience patience;
    private final Pause pause;
    private final InstantSource clock;
    private final Locale language;
    private final AtomicReference<@Nullable String> nonce = new AtomicReference<>();

    /** Signs for whom a call is made, bound to that one call. */
    interface ActorSigner {
        String sign(Call call, Actor actor, URI audience);
    }

    Broker(Setup setup, Transport transport, SigningKey clientKey, SigningKey proofKey, ActorSigner actors) {
        this.address = setup.broker();
        this.transport = transport;
        this.issuer = new Issuer(transport, address);
        this.tokens = new Tokens(transport, issuer, setup.client(), clientKey, proofKey, setup.clock());
        this.proofKey = proofKey;
        this.actors = actors;
        this.patience = setup.patience();
        this.pause = setup.pause();
        this.clock = setup.clock();
        this.language = setup.language();
    }

    /** What of the surroundings a broker is called with. */
    record Setup(URI broker, String client, Patience patience, Pause pause, InstantSource clock, Locale language) {}

    URI issuerName() {
        return trying(() -> issuer.name());
    }

    Answer call(Call call) {
        return trying(() -> attempt(call));
    }

    private interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    private <T> T trying(Attempt<T> attempt) {
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (IOException away) {
                if (made >= patience.attempts()) {
                    throw new BrokerUnavailable(sentence(away), away);
                }
                rest(away, made);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokerUnavailable("interrupted while waiting for the broker", e);
            }
        }
    }

    private void rest(IOException away, int made) {
        var asked = away instanceof Unanswered answer ? answer.askedToWait() : java.util.Optional.<Duration>empty();
        try {
            pause.wait(asked.map(patience::atMostLongest).orElseGet(() -> patience.after(made - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted while waiting for the broker", e);
        }
    }

    private String sentence(IOException away) {
        var what = away.getMessage();
        return "no answer from " + address + " after " + patience.attempts() + " attempts"
                + (what == null || what.isBlank() ? "" : " (" + what + ")");
    }

    private Answer attempt(Call call) throws IOException, InterruptedException {
        var scope = call.scope();
        if (scope == null) {
            return judged(transport.send(request(call, null)));
        }
        var token = tokens.forScope(scope);
        var answer = send(call, token);
        // Only with a nonce it did not have before: else a broker that keeps asking would keep us busy for ever.
        if (answer.statusCode() == 401 && nonceIsNew(answer)) {
            answer = send(call, token);
        }
        if (answer.statusCode() == 401) {
            tokens.forget(scope, token);
            answer = send(call, tokens.forScope(scope));
        }
        nonceIsNew(answer);
        return judged(answer);
    }

    private HttpResponse<byte[]> send(Call call, Tokens.Token token) throws IOException, InterruptedException {
        return transport.send(request(call, token));
    }

    private boolean nonceIsNew(HttpResponse<byte[]> answer) {
        var offered = answer.headers().firstValue("DPoP-Nonce");
        return offered.isPresent() && !offered.get().equals(nonce.getAndSet(offered.get()));
    }

    private HttpRequest request(Call call, Tokens.@Nullable Token token) throws IOException, InterruptedException {
        var target = address.resolve(call.path());
        var body = call.body();
        var request = Transport.request(target, call.patience())
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Accept", call.accept())
                .header("Accept-Language", language.getLanguage());
        if (body != null) {
            request.header("Content-Type", call.contentType());
        }
        if (token != null) {
            request.header("Authorization", "DPoP " + token.value())
                    .header(
                            "DPoP",
                            Jwts.proof(proofKey, call.method(), target, token.value(), nonce.get(), clock.instant()));
        }
        var actor = call.actor();
        if (actor != null) {
            request.header("Spil-Actor", actors.sign(call, actor, issuer.name()));
        }
        return request.build();
    }

    private static Answer judged(HttpResponse<byte[]> answer) throws Unanswered {
        var status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer(status, answer.body());
        }
        if (status == 429 || status == 502 || status == 503 || status == 504) {
            throw new Unanswered(answer);
        }
        var problem = BrokerProblem.of(status, answer.body());
        throw switch (status) {
            case 401 -> new NotAuthorised(problem);
            case 403 -> refusedByTheRules(problem) ? new Refused(problem) : new NotAuthorised(problem);
            case 404, 410 -> new NotFound(problem);
            case 400, 405, 406, 409, 413, 415 -> new Rejected(problem);
            default -> new BrokerUnavailable("the broker could not handle this call: " + problem.sentence());
        };
    }

    /** A refusal says its reasons; a token that may not do this has none to give. */
    private static boolean refusedByTheRules(BrokerProblem problem) {
        return problem.whole().has("reasons")
                || problem.whole().has("recipients")
                || problem.whole().has("refused");
    }
}
