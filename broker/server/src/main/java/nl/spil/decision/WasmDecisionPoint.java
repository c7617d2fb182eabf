package nl.spil.decision;

/** Decides in this process, by the committed rules compiled to WebAssembly. */
final class WasmDecisionPoint implements PolicyDecisionPoint, AutoCloseable {
    private final InstancePool instances;
    private final AnswerReader reader;

    WasmDecisionPoint(InstancePool instances, AnswerReader reader) {
        this.instances = instances;
        this.reader = reader;
    }

    @Override
    public Decision decide(Question question) {
        var asked = QuestionBytes.of(question);
        return reader.read(instances.result(asked.unsafe()), question, asked);
    }

    @Override
    public void close() {
        instances.close();
    }
}
