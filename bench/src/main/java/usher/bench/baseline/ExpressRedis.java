package usher.bench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// Express on Node.js, a worker for each processor, and Redis with a script for each hold.
public final class ExpressRedis implements Baseline {

    private static final String FOLDER = "bench/baselines/express-redis";

    @Override
    public String name() {
        return "Express + Redis";
    }

    /// What npm has installed tells when: it writes a list of it last.
    @Override
    public void build(House house) throws IOException, InterruptedException {
        Path folder = house.root().resolve(FOLDER);
        Workshop workshop = new Workshop(folder, Path.of("node_modules/.package-lock.json"));
        workshop.make(
                List.of("package.json", "package-lock.json"),
                List.of("npm", "ci", "--no-audit", "--no-fund"));
    }

    @Override
    public ServerProcess start(House house, DataFolder data, String store)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("REDIS_URL", store, "NODE_ENV", "production");
        Path folder = house.root().resolve(FOLDER);
        return ServerProcess.start(folder, List.of("node", "src/main.js"), data, environment);
    }
}
