package usher.bench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// Spring Boot on virtual threads, and PostgreSQL with a locked row for each seat.
public final class SpringPostgres implements Baseline {

    private static final String FOLDER = "bench/baselines/spring-postgres";
    private static final String JAR = FOLDER + "/target/spring-postgres.jar";

    @Override
    public String name() {
        return "Spring Boot + PostgreSQL";
    }

    @Override
    public void build(House house) throws IOException, InterruptedException {
        Path folder = house.root().resolve(FOLDER);
        Workshop workshop = new Workshop(folder, Path.of("target/spring-postgres.jar"));
        workshop.make(List.of("pom.xml", "src"), List.of("mvn", "-B", "-q", "-ntp", "package"));
    }

    /// With the same JVM and the same options for it as Usher.
    @Override
    public ServerProcess start(House house, DataFolder data, String store)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("DATABASE_URL", store);
        return ServerProcess.start(house.root(), house.java("-jar", JAR), data, environment);
    }
}
