package eu.tremplin.tour;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Leaves out the chapters after one that failed: each builds on those before it. */
final class ChapterByChapter implements TestWatcher, ExecutionCondition {

    private @Nullable String failed;

    @Override
    public void testFailed(ExtensionContext chapter, @Nullable Throwable cause) {
        failed = chapter.getDisplayName();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext chapter) {
        return failed == null
                ? ConditionEvaluationResult.enabled("every chapter before it is told")
                : ConditionEvaluationResult.disabled("broken off at " + failed);
    }
}
