package eu.tremplin.benchmark;

import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application as the README has it for good: extracted from its jar, with a cache of the classes and the
 * profiles that one run has needed.
 */
record Installation(Path jar, Path cache) {

    /** Takes some seconds, and a run of the application that ends when the workout has been done. */
    static Installation from(Path packagedJar, Path directory, Workout workout)
            throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory);
        extract(packagedJar, directory);
        var installation = new Installation(
                directory.resolve(packagedJar.getFileName()).toAbsolutePath(),
                directory.resolve("tremplin.aot").toAbsolutePath());
        try (var training = RunningTremplin.packaged(
                "training", installation.jar, List.of("-XX:AOTCacheOutput=" + installation.cache))) {
            workout.on(training.start());
            training.stop();
        }
        if (!Files.exists(installation.cache)) {
            throw new IllegalStateException("The JVM has left no " + installation.cache);
        }
        return installation;
    }

    RunningTremplin run(String name) {
        return RunningTremplin.packaged(name, jar, List.of("-XX:AOTCache=" + cache));
    }

    private static void extract(Path packagedJar, Path directory) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        int exit = new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packagedJar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(packagedJar + " cannot be extracted");
        }
    }

    /** What the run does of which the JVM is to remember how. */
    interface Workout {

        void on(RunningTremplin tremplin) throws IOException;
    }
}
