package eu.tremplin.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a JVM's heap still holds after a collection. */
final class HeapInUse {

    private static final Pattern USED = Pattern.compile("(?m)^(?!.*(?:Metaspace|class space)).*used (\\d+)K");

    private HeapInUse() {}

    static double megabytes(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        long kilobytes = USED.matcher(ask(pid, "GC.heap_info"))
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
        return kilobytes / 1024.0;
    }

    private static String ask(long pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jcmd failed: " + output);
        }
        return output;
    }
}
