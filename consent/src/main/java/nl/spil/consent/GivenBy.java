package nl.spil.consent;

/** Who gave it: the data subject, or somebody with authority to speak for the data subject (BW 7:450, 7:465). */
public enum GivenBy {
    SELF,
    REPRESENTATIVE
}
