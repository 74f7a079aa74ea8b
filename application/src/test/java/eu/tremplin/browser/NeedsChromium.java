package eu.tremplin.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test where there is a Chromium. Where there is none it is skipped by name; where one is required, by {@code
 * TREMPLIN_BROWSER=required} in the environment, it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    /** Looks for the browser. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return judge(Chromium.isThere(), "required".equals(System.getenv("TREMPLIN_BROWSER")));
        }

        static ConditionEvaluationResult judge(boolean isThere, boolean required) {
            if (isThere) {
                return ConditionEvaluationResult.enabled("there is a Chromium");
            }
            if (required) {
                throw new IllegalStateException("TREMPLIN_BROWSER=required, and there is no Chromium: none of "
                        + Chromium.PLACES + " can be run");
            }
            return ConditionEvaluationResult.disabled(
                    "there is no Chromium, none of " + Chromium.PLACES + " can be run; install Debian's chromium");
        }
    }
}
