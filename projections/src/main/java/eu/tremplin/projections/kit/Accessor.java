package eu.tremplin.projections.kit;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record as quickly as code would that names it: a rebuild takes millions of rows apart. */
record Accessor(Function<Object, @Nullable Object> function) {

    @SuppressWarnings("unchecked") // what the factory makes is what it was asked for
    static Accessor of(RecordComponent component) {
        try {
            // The function is made where the record is, as its package keeps it to itself.
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(component.getDeclaringRecord(), MethodHandles.lookup());
            MethodHandle method = lookup.unreflect(component.getAccessor());
            MethodHandle made = LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            method,
                            method.type().wrap())
                    .getTarget();
            return new Accessor((Function<Object, @Nullable Object>) made.invoke());
        } catch (Throwable e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    @Nullable
    Object read(Object owner) {
        return function.apply(owner);
    }
}
