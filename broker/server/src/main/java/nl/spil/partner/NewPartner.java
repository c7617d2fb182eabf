package nl.spil.partner;

/** An organisation that the operator lets in, with what its systems need to ask for tokens. */
record NewPartner(Partner partner, Credentials credentials) {
    boolean isSameAs(KnownPartner known) {
        return known.partner().equals(partner) && known.credentials().areSameAs(credentials);
    }
}
