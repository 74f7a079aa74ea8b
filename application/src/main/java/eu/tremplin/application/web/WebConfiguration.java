package eu.tremplin.application.web;

import eu.tremplin.application.wiring.DomainJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How requests are read: strictly, and into the domain's own values. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final CommandContextResolver commandContexts;

    WebConfiguration(CommandContextResolver commandContexts) {
        this.commandContexts = commandContexts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(commandContexts);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PlainQuery());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new IdentifierConverters());
    }

    @Bean
    static JsonMapperBuilderCustomizer strictReading() {
        return json -> json.addModule(DomainJson.module())
                .addModule(new SimpleModule("instants").addDeserializer(Instant.class, new InstantReading()))
                .addModule(new SimpleModule("required") {
                    @Override
                    public void setupModule(SetupContext context) {
                        context.insertAnnotationIntrospector(new RequiredUnlessNullable());
                    }
                })
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // Text is text: a number is not taken for one.
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                // An exact decimal is shown as a text, so it is read as one too; a number will do.
                .withCoercionConfig(
                        BigDecimal.class,
                        coercion -> coercion.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert));
    }
}
