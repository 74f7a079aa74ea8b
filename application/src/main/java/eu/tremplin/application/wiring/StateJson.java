package eu.tremplin.application.wiring;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.tremplin.domain.shared.PersonalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Aggregates as JSON: their fields, and of a sealed one which of its kinds it is. Nobody reads it but this version of
 * Tremplin, so the names are those of the classes.
 */
public final class StateJson {

    private static final String KIND = "is";

    private StateJson() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(DomainJson.module())
                .addModule(
                        new SimpleModule("state") {

                            @Override
                            public void setupModule(SetupContext context) {
                                super.setupModule(context);
                                context.insertAnnotationIntrospector(new SealedKinds());
                            }
                        }.addSerializer(new NothingWritten())
                                .addAbstractTypeMapping(PersonalText.class, PersonalText.Encrypted.class))
                .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withSetterVisibility(Visibility.NONE))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                // Collections of an aggregate's own, which it fills and never replaces.
                .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    /** An aggregate is made of events as they were read, and those are sealed: anything else is a mistake to stop. */
    private static final class NothingWritten extends StdSerializer<PersonalText.Written> {

        private NothingWritten() {
            super(PersonalText.Written.class);
        }

        @Override
        public void serialize(PersonalText.Written text, JsonGenerator json, SerializationContext context) {
            throw new IllegalStateException("Personal text that is not sealed is not written into a snapshot");
        }
    }

    /** Has a value of a sealed type say which of its kinds it is, where nothing else has it say so. */
    private static final class SealedKinds extends NopAnnotationIntrospector {

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return tellsKind(annotated)
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false, true)
                    : null;
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            if (!tellsKind(annotated)) {
                return null;
            }
            var kinds = new ArrayList<NamedType>();
            addKinds(annotated.getRawType(), kinds);
            return kinds;
        }

        private static void addKinds(Class<?> type, List<NamedType> kinds) {
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> addKinds(permitted, kinds));
            } else {
                kinds.add(new NamedType(type, type.getSimpleName()));
            }
        }

        private static boolean tellsKind(Annotated annotated) {
            Class<?> type = annotated.getRawType();
            return type.isInterface()
                    && type.isSealed()
                    && type != PersonalText.class
                    && !annotated.hasAnnotation(JsonTypeInfo.class);
        }
    }
}
