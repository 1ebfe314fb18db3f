package org.tctf.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code Main [NAME ...]}: runs the named measurements, or all; prints Markdown. */
public final class Main {

    /** One measurement. */
    @FunctionalInterface
    interface Benchmark {
        void run() throws Exception;
    }

    private Main() {}

    public static void main(String[] names) throws Exception {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("start", new Start()::run);
        all.put("boundary", Boundary::run);
        all.put("tokens", Tokens::run);
        all.put("hop", new Hop()::run);
        all.put("signup", new SignUp()::run);
        all.put("http", new Http()::run);
        all.put("signin", new SignIn()::run);
        all.put("campaign", () -> new CampaignRun().run());
        all.put("chat", new Chat()::run);
        all.put("lambda", Lambda::cold);
        all.put("warm", Lambda::warm);
        Set<String> wanted = names.length == 0 ? all.keySet() : Set.of(names);
        if (!all.keySet().containsAll(wanted)) {
            System.err.println("There are " + all.keySet());
            System.exit(2);
        }
        System.out.printf(
                "%s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        for (Map.Entry<String, Benchmark> one : all.entrySet()) {
            if (wanted.contains(one.getKey())) {
                one.getValue().run();
            }
        }
    }
}
