package nl.spil.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** A message was refused where the caller had no other answer to give; carries why, never what it said. */
public final class UnsoundMessage extends RuntimeException {
    private final transient List<Problem> problems;

    public UnsoundMessage(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.code() + " " + problem.pointer())
                .collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
