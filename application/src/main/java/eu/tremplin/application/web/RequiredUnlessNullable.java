package eu.tremplin.application.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** What a record does not declare nullable must be there when it is read. */
final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        @Nullable RecordComponent component = componentOf(member);
        return component == null ? null : isRequired(component.getAnnotatedType());
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        @Nullable RecordComponent component = annotated instanceof AnnotatedMember member ? componentOf(member) : null;
        return component != null && isRequired(component.getAnnotatedType())
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    static boolean isRequired(AnnotatedType type) {
        return !type.isAnnotationPresent(Nullable.class);
    }

    /** Of our own records only; others say by themselves what they need. */
    private static @Nullable RecordComponent componentOf(AnnotatedMember member) {
        Class<?> type = member.getDeclaringClass();
        if (!(member instanceof AnnotatedParameter parameter)
                || !type.isRecord()
                || !type.getName().startsWith("eu.tremplin.")) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        return parameter.getOwner().getParameterCount() == components.length ? components[parameter.getIndex()] : null;
    }
}
