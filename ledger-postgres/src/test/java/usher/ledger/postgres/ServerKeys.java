package usher.ledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A key and the certificate of `localhost` that it signed itself, as a server wants them.
///
/// @param key PEM, for nobody but its owner
/// @param certificate PEM, for whoever trusts this server
record ServerKeys(Path key, Path certificate) {

    private static final String PASSWORD = "changeit";

    static ServerKeys create(Path folder, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        keytool(store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path key = folder.resolve(name + ".key");
        Path certificate = folder.resolve(name + ".pem");
        byte[] secret = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
        Files.writeString(key, pem("PRIVATE KEY", secret));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        byte[] shown = keys.getCertificate("server").getEncoded();
        Files.writeString(certificate, pem("CERTIFICATE", shown));
        return new ServerKeys(key, certificate);
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command =
                List.of(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AssertionError(said);
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
    }
}
