package usher.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The program that asks: reads one [LoadOrder] a line, answers each with a line, ends with its
/// input.
///
/// It lives through all rounds of a measure, so that what it costs does not change on the way. Its
/// line begins with `result` and a [LoadResult], or with `failed` and why.
public final class Generator {

    static final String RESULT = "result ";
    static final String FAILED = "failed ";

    private Generator() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            out.println(obey(line));
            out.flush();
        }
    }

    private static String obey(String line) {
        try {
            return RESULT + run(LoadOrder.parse(line)).line();
        } catch (IOException | RuntimeException e) {
            return FAILED + e;
        }
    }

    private static LoadResult run(LoadOrder order) throws IOException {
        Script script = order.errand().script();
        List<InetSocketAddress> servers =
                order.ports().stream()
                        .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .toList();
        long cpuBefore = cpuNanos();
        Tally tally = LoadLoop.run(servers, order.connections(), order.schedule(), script);
        return LoadResult.of(tally, order, script.next(), (cpuNanos() - cpuBefore) / 1000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
