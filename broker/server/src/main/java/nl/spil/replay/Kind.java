package nl.spil.replay;

import nl.spil.decision.RecordedQuestion;

/** Of what is shared with whom, and why: the line of a report on which a change is counted. */
record Kind(String purpose, String provider, String recipient, String category) implements Comparable<Kind> {

    static Kind of(RecordedQuestion question, RecordedQuestion.Recipient recipient, String category) {
        return new Kind(question.purpose(), question.providerType(), recipient.type(), category);
    }

    private String text() {
        return String.join("\0", purpose, provider, recipient, category);
    }

    @Override
    public int compareTo(Kind other) {
        return text().compareTo(other.text());
    }
}
