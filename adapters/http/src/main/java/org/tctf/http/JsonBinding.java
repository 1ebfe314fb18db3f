package org.tctf.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Singleton;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;

/** Bodies are read and written as events and stored items are: by the one codec's mapper. */
@Factory
final class JsonBinding {

    @Singleton
    @Primary
    @Replaces(value = ObjectMapper.class, factory = ObjectMapperFactory.class)
    ObjectMapper mapper(Codec codec) {
        return codec instanceof JacksonCodec jackson ? jackson.mapper() : new JacksonCodec().mapper();
    }
}
