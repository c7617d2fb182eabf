package nl.spil.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.spil.partner.PartnerDirectory;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.ActorToken;
import nl.spil.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the professional for whom this call is made, as the calling partner signed it for this call; a
 * controller that can do without asks for an {@code Optional}.
 */
final class ActorArgument implements HandlerMethodArgumentResolver {
    private static final ProblemType MISSING = new ProblemType(400, "actor-missing");
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private final PartnerDirectory partners;
    private final String audience;
    private final Clock clock;
    private final SeenOnce seen;

    ActorArgument(PartnerDirectory partners, Settings settings, Clock clock) {
        this.partners = partners;
        this.audience = settings.issuer().toString();
        this.clock = clock;
        this.seen = new SeenOnce(ActorToken.LONGEST_LIFE.plus(CLOCKS_DIFFER), clock.instant(), System::nanoTime);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var caller = Callers.current().orElseThrow(() -> new Rejected(ProblemType.UNAUTHENTICATED));
        var headers =
                Optional.ofNullable(request.getHeaderValues(ActorToken.HEADER)).orElse(new String[0]);
        if (headers.length == 0) {
            if (parameter.isOptional()) {
                return Optional.empty();
            }
            throw new Rejected(MISSING);
        }
        if (headers.length > 1) {
            throw refused(List.of(new Problem("actor-ambiguous", "", "There is more than one such header.")));
        }
        var token = verified(headers[0], caller, thisRequest(request));
        return switch (seen.use(caller.oin().value(), token.id().toString(), token.issuedAt())) {
            case FIRST -> parameter.isOptional() ? Optional.of(token.actor()) : token.actor();
            case REPLAYED -> throw refused(List.of(new Problem("replayed", "/claims/jti", "This was used before.")));
            case FROM_BEFORE_THE_START ->
                throw refused(List.of(new Problem("too-old", "/claims/iat", "Make a new one and try again.")));
            case OVERLOADED -> throw new Rejected(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
        };
    }

    private ActorToken verified(String header, CallingPartner caller, ActorToken.Request request) {
        var keys = partners.signingKeys(caller.oin());
        return switch (ActorToken.verify(header, caller.oin(), keys, request, clock.instant())) {
            case Checked.Sound<ActorToken>(var token) -> token;
            case Checked.Unsound<ActorToken>(var problems) -> throw refused(problems);
        };
    }

    private ActorToken.Request thisRequest(NativeWebRequest request) {
        var servletRequest = CallerArgument.servletRequest(request);
        var read = request.getNativeRequest(ReadRequest.class);
        var body = read == null ? new byte[0] : read.body();
        return new ActorToken.Request(
                audience,
                servletRequest.getMethod(),
                servletRequest.getRequestURI(),
                body.length == 0 ? Optional.empty() : Optional.of(Sha256.of(body)));
    }

    private static Rejected refused(List<Problem> problems) {
        return new Rejected(ProblemType.ACTOR_REFUSED, problems);
    }
}
