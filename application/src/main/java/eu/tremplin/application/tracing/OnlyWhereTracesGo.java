package eu.tremplin.application.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves out all that makes traces while nobody has said where they go, so that it costs neither start nor requests.
 */
final class OnlyWhereTracesGo implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String ENDPOINT = "tremplin.traces.endpoint";
    private static final String[] TRACING = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        return match(autoConfigurations);
    }

    boolean[] match(@Nullable String[] autoConfigurations) {
        var matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = wanted || !isTracing(autoConfigurations[i]);
        }
        return matches;
    }

    /** What another filter has left out is null. */
    private static boolean isTracing(@Nullable String autoConfiguration) {
        if (autoConfiguration != null) {
            for (String prefix : TRACING) {
                if (autoConfiguration.startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }
}
