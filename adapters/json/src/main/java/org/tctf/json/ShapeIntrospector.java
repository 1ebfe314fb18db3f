package org.tctf.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import org.jspecify.annotations.Nullable;

/** Answers Jackson's questions about annotations from the shape of the class. */
final class ShapeIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated member) {
        return member instanceof AnnotatedMethod method
                        && method.getParameterCount() == 0
                        && method.getName().equals("value")
                        && Shapes.isValue(method.getDeclaringClass())
                ? Boolean.TRUE
                : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedConstructor constructor
                        && constructor.getParameterCount() == 1
                        && Shapes.isValue(constructor.getDeclaringClass())
                        && constructor.getRawParameterType(0)
                                == constructor
                                        .getDeclaringClass()
                                        .getRecordComponents()[0]
                                        .getType()
                ? JsonCreator.Mode.DELEGATING
                : null;
    }

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType baseType) {
        return Shapes.isOneOfSealed(type.getRawType()) ? SealedNames.resolver(type.getRawType()) : null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return mustBeThere(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        return mustBeThere(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private static boolean mustBeThere(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !parameter.getDeclaringClass().isRecord()) {
            return false;
        }
        var components = parameter.getDeclaringClass().getRecordComponents();
        // A record may have further constructors; only the canonical one's parameters are its components.
        return parameter.getOwner() instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == components.length
                && !Shapes.isOptional(components[parameter.getIndex()]);
    }
}
