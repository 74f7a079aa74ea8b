package eu.tremplin.application.web;

import com.fasterxml.jackson.databind.JavaType;
import eu.tremplin.application.commands.CommandContext;
import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.shared.Identifier;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** The API's own description, from which the try-it page is made. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String BASIC = "user";
    private static final String BEARER = "applicant";

    private static final List<String> IN_ORDER_OF_USE = List.of(
            "Editions",
            "Partners",
            "Startups",
            "Applications",
            "Reviewers",
            "Participations",
            "Credits",
            "Read models",
            "History",
            "Imports",
            "Users",
            "Versions",
            "Problems");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class, Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tremplin")
                        .version("1")
                        .description("The system of record of a startup accelerator. Commands are posted to a thing as"
                                + " `/{id}/<command>`; what is not done is answered by a problem document."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Users, by name and password"))
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Applicants, by the token of their application"))
                        .addSchemas("Problem", problem()))
                .tags(IN_ORDER_OF_USE.stream().map(name -> new Tag().name(name)).toList())
                .security(List.of(new SecurityRequirement().addList(BASIC), new SecurityRequirement().addList(BEARER)));
    }

    @Bean
    GlobalOperationCustomizer headersOfCommands() {
        return (operation, handler) -> {
            boolean isCommand =
                    Arrays.stream(handler.getMethod().getParameterTypes()).anyMatch(CommandContext.class::equals);
            if (isCommand) {
                header(operation, "Idempotency-Key", "Asked again with the same key, a command has one effect");
                header(operation, "On-Behalf-Of", "`applicant`, by staff who act for one");
                if (isAboutSomething(handler)) {
                    header(operation, "If-Match", "The version the thing must still have, such as `\"3\"`, or several");
                } else {
                    created(operation.getResponses());
                }
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("Not done, and why")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/Problem")))));
            return operation;
        };
    }

    @Bean
    ModelConverter domainValues() {
        return new DomainValues();
    }

    private static boolean isAboutSomething(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static void created(ApiResponses responses) {
        ApiResponse answer = responses.remove("200");
        if (answer != null) {
            responses.addApiResponse("201", answer.description("Created"));
        }
    }

    private static void header(Operation operation, String name, String description) {
        operation.addParametersItem(
                new Parameter().in("header").name(name).description(description).schema(new StringSchema()));
    }

    private static Schema<?> problem() {
        var problem = new Schema<Map<String, Object>>().type("object");
        problem.addProperty("type", new StringSchema().example("/problems/quorum-not-met"));
        problem.addProperty("title", new StringSchema().example("Quorum not met"));
        problem.addProperty("status", new Schema<Integer>().type("integer").example(409));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("correlationId", new StringSchema());
        return problem;
    }

    /** An identifier is a UUID, and what a record does not declare nullable is required. */
    private static final class DomainValues implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            JavaType javaType = Json.mapper().constructType(type.getType());
            if (javaType != null && javaType.isTypeOrSubTypeOf(Identifier.class)) {
                return new UUIDSchema();
            }
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            if (javaType != null && javaType.isRecordType()) {
                require(javaType.getRawClass(), schema, context);
            }
            return schema;
        }

        private static void require(Class<?> type, @Nullable Schema<?> schema, ModelConverterContext context) {
            @Nullable
            Schema<?> defined = schema != null && schema.get$ref() != null
                    ? context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1))
                    : schema;
            if (defined != null && defined.getProperties() != null) {
                defined.setRequired(Arrays.stream(type.getRecordComponents())
                        .filter(component -> RequiredUnlessNullable.isRequired(component.getAnnotatedType()))
                        .map(RecordComponent::getName)
                        .toList());
            }
        }
    }
}
