package fettle.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of this program, as the jar's manifest says.
public final class Version implements IVersionProvider {

    /// Such as "0.1.0"; "dev" when it does not run from its jar.
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[]{"Fettle " + text()};
    }
}
