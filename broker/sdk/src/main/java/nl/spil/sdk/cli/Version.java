package nl.spil.sdk.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its own jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Spil.class.getPackage().getImplementationVersion();
        return new String[] {"spil " + (version == null ? "(unpackaged)" : version)};
    }
}
