package eu.tremplin.application.wiring;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.outcomes.OutcomeFact;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The domain's values as JSON: an identifier is its bare UUID, an exact decimal is a plain string, a record is its
 * components and nothing else, a sealed value says its kind by a fixed name.
 */
public final class DomainJson {

    private DomainJson() {}

    /** For every mapper that shows domain values; personal text is not among them. */
    public static JacksonModule module() {
        return new SimpleModule("domain") {

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new RecordsShowTheirComponents());
                context.addDeserializers(new IdentifierReading());
                context.addKeyDeserializers(new IdentifierReading());
                context.setMixIn(OutcomeFact.class, OutcomeFactKinds.class);
            }
        }.addSerializer(new IdentifierWriting()).addSerializer(new DecimalWriting());
    }

    /** For the log: what was written about a person is sealed on the way in and stays sealed on the way out. */
    public static JsonMapper eventMapper(PersonalTextCipher cipher) {
        return JsonMapper.builder()
                .addModule(module())
                .addModule(new SimpleModule("personal-text")
                        .addSerializer(new Sealing(cipher))
                        .addAbstractTypeMapping(PersonalText.class, PersonalText.Encrypted.class))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // A key that cannot be fetched is told as what it is: the database does not answer.
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    /** The stored names of the kinds of outcome. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "status", value = OutcomeFact.Status.class),
        @JsonSubTypes.Type(name = "funding", value = OutcomeFact.Funding.class),
        @JsonSubTypes.Type(name = "headcount", value = OutcomeFact.Headcount.class),
        @JsonSubTypes.Type(name = "revenue", value = OutcomeFact.Revenue.class)
    })
    private interface OutcomeFactKinds {}

    private static final class RecordsShowTheirComponents extends NopAnnotationIntrospector {

        @Override
        public VisibilityChecker findAutoDetectVisibility(
                MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
            // Questions such as Amount.isZero() are answers, not data.
            return type.getRawType().isRecord()
                    ? checker.withGetterVisibility(Visibility.NONE)
                            .withIsGetterVisibility(Visibility.NONE)
                            .withFieldVisibility(Visibility.ANY)
                    : checker;
        }
    }

    private static final class IdentifierWriting extends StdSerializer<Identifier> {

        private IdentifierWriting() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class DecimalWriting extends StdSerializer<BigDecimal> {

        private DecimalWriting() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }

    private static final class Sealing extends StdSerializer<PersonalText.Written> {

        private final PersonalTextCipher cipher;

        private Sealing(PersonalTextCipher cipher) {
            super(PersonalText.Written.class);
            this.cipher = cipher;
        }

        @Override
        public void serialize(PersonalText.Written text, JsonGenerator json, SerializationContext context) {
            context.writeValue(json, cipher.encrypt(text));
        }
    }
}
