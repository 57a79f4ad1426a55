package usher.bench.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import usher.bench.server.DataFolder;
import usher.bench.server.House;

/// `./usher verify` on a ledger: an embedded one, that no server has open, or a shared one.
public final class Verification {

    private Verification() {}

    /// What it says if it finds anything wrong; empty if the ledger is sound.
    public static List<String> contradictions(House house, DataFolder data)
            throws IOException, InterruptedException {
        return contradictions(house, "sqlite:" + data.database());
    }

    /// The same of the ledger with this URL, which nodes may use if it is a shared one.
    static List<String> contradictions(House house, String ledger)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(house.verify(ledger))
                        .directory(house.root().toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code == 0) return List.of();
        List<String> contradictions = new ArrayList<>();
        contradictions.add("verify ended with " + code);
        said.lines().map(line -> "verify: " + line).forEach(contradictions::add);
        return contradictions;
    }
}
