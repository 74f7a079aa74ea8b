package eu.tremplin.application.catalogue;

import eu.tremplin.application.wiring.DomainJson;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the stored kinds of a sealed value are told apart.
 *
 * @param property that names the kind
 */
record Kinds(String property, Map<String, Class<?>> types) {

    private static final SerializationConfig JSON =
            JsonMapper.builder().addModule(DomainJson.module()).build().serializationConfig();

    static Kinds of(Class<?> sealed) {
        var annotated = AnnotatedClassResolver.resolve(JSON, JSON.constructType(sealed), JSON);
        var introspector = JSON.getAnnotationIntrospector();
        var types = new LinkedHashMap<String, Class<?>>();
        introspector.findSubtypes(JSON, annotated).forEach(kind -> types.put(kind.getName(), kind.getType()));
        if (!types.values().containsAll(java.util.List.of(sealed.getPermittedSubclasses()))) {
            throw new AssertionError("Not every kind of " + sealed + " has a stored name");
        }
        return new Kinds(introspector.findPolymorphicTypeInfo(JSON, annotated).getPropertyName(), types);
    }
}
